"""`make bench`: what grading one submission costs, compared with the usual way, in one run.

The same hidden suite (without the tests that train on images) judges the same submission

    usual    in one container a submission, by pytest with the JSON report, student code inside
    docker   by this grader in containers, a fresh worker container a submission
    bwrap    by this grader in jails
    bare     by plain calls in one process, only the student's functions counted

CPU is the whole machine's, from /proc/stat, so the engine's own work counts; keep the machine
quiet. What a run costs once (judge, collecting) is in its submissions' mean.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import os
import time
from collections.abc import Callable
from pathlib import Path

from grader.assignment import Assignment, load_assignment
from grader.cli.context import context
from grader.executors import Events, LocalExecutor
from grader.intake import Rules, collect
from grader.model import Report, Submission
from grader.pipeline import setup_for
from grader.sandbox.bwrap import BwrapSandbox
from grader.sandbox.contract import Sandbox
from grader.sandbox.docker import DockerSandbox
from tests.bench import bare, usual

ROOT = Path(__file__).parents[2]
_TICK = os.sysconf("SC_CLK_TCK")
_BOUNDS = {"docker": 1 / 3, "bwrap": 1 / 6}


@dataclasses.dataclass(frozen=True)
class Cost:
    """Seconds a submission."""

    cpu: float
    wall: float


def main() -> None:
    """Measure all four ways and print a table with ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=20, help="copies to grade (default 20)")
    count = parser.parse_args().submissions
    assignment = load_assignment(ROOT / "assignments" / "linear_classifier")
    tests = frozenset(row.id for row in assignment.tests if row.part != "accuracy")
    (perfect,) = collect(
        ROOT / "tests" / "submissions" / "perfect", Rules(modules=assignment.modules)
    )
    assert isinstance(perfect, Submission)
    costs: dict[str, Cost] = {}
    with contextlib.closing(DockerSandbox()) as docker:
        assert docker.image is not None
        with usual.folder(assignment, perfect) as folder:
            run = usual.runner(docker.image, folder, len(tests))
            run()
            costs["usual"] = _measured(count, lambda: [run() for _ in range(count)])
        costs["docker"] = _ours(docker, assignment, perfect, tests, count)
    with contextlib.closing(BwrapSandbox()) as bwrap:
        costs["bwrap"] = _ours(bwrap, assignment, perfect, tests, count)
    costs["bare"] = Cost(*bare.cost(assignment, perfect, tests))
    _print(costs, len(tests), count)


def _ours(
    sandbox: Sandbox, assignment: Assignment, perfect: Submission, tests: frozenset[str], count: int
) -> Cost:
    grading = dataclasses.replace(context(assignment, sandbox, None), tests=tests)
    executor = LocalExecutor(grading, sandbox, setup_for(assignment, None))
    copies = [dataclasses.replace(perfect, id=f"copy-{number}") for number in range(count)]
    reports: list[Report] = []
    events = Events(reported=lambda _, report: reports.append(report))
    cost = _measured(count, lambda: executor.run(copies, events))
    for report in reports:
        judged = [test for test in report.tests if test.id in tests]
        assert all(test.verdict == "passed" for test in judged), report.submission.id
    return cost


def _measured(count: int, work: Callable[[], object]) -> Cost:
    cpu, wall = _busy(), time.monotonic()
    work()
    return Cost((_busy() - cpu) / count, (time.monotonic() - wall) / count)


def _busy() -> float:
    """CPU seconds of the machine so far: user, nice, system, irq, softirq."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    return sum(int(fields[index]) for index in (0, 1, 2, 5, 6)) / _TICK


def _print(costs: dict[str, Cost], tests: int, count: int) -> None:
    print(f"{tests} hidden tests, {count} submissions each, seconds a submission\n")
    print(f"{'':8}{'CPU':>8}{'wall':>8}{'CPU / usual':>14}")
    usually = costs["usual"].cpu
    for name, cost in costs.items():
        ratio = cost.cpu / usually
        bound = f"   at most {_BOUNDS[name]:.3f}" if name in _BOUNDS else ""
        print(f"{name:8}{cost.cpu:8.3f}{cost.wall:8.3f}{ratio:14.3f}{bound}")


if __name__ == "__main__":
    main()
