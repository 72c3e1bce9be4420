"""`make bench`: what grading one submission costs, compared with the usual way, in one run.

The same hidden suite (without the tests that train on images) judges the same submission

    usual    in one container a submission, by pytest with the JSON report, student code inside
    docker   by this grader in containers, a fresh worker container a submission
    bwrap    by this grader in jails
    bare     by plain calls in one process, only the student's functions counted

and, for comparison, `floor (docker)` and `floor (bwrap)`: a fresh sandbox that imports NumPy and
forks once for each test, and does nothing else.

The ways take turns, so that a machine that gets slower gets slower for all; medians are printed.
CPU is the whole machine's, from /proc/stat, so that the engine's own work counts: keep it quiet.
Starting a judge, which a run does once, is not in the figures.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import os
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from grader.assignment import Assignment, load_assignment
from grader.cli.context import context
from grader.intake import Rules, collect
from grader.judge.client import Judge
from grader.model import Submission
from grader.pipeline import grade_one, setup_for
from grader.sandbox.bwrap import BwrapSandbox
from grader.sandbox.contract import Sandbox, WorkerLimits
from grader.sandbox.docker import DockerSandbox
from tests.bench import bare, floor, usual

ROOT = Path(__file__).parents[2]
_TICK = os.sysconf("SC_CLK_TCK")
_BOUNDS = {"docker": 1 / 3, "bwrap": 1 / 6}


@dataclasses.dataclass(frozen=True)
class Cost:
    """Seconds a submission."""

    cpu: float
    wall: float


def main() -> None:
    """Measure all ways in turn and print a table with ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=20, help="in each way (default 20)")
    count = parser.parse_args().submissions
    assignment = load_assignment(ROOT / "assignments" / "linear_classifier")
    tests = frozenset(row.id for row in assignment.suite if row.part != "accuracy")
    (perfect,) = collect(
        ROOT / "tests" / "submissions" / "perfect", Rules(modules=assignment.modules)
    )
    assert isinstance(perfect, Submission)
    with contextlib.ExitStack() as stack:
        docker, bwrap = DockerSandbox(), BwrapSandbox()
        folder = stack.enter_context(usual.folder(assignment, perfect))
        assert docker.image is not None
        ways = {"usual": usual.runner(docker.image, folder, len(tests))}
        for sandbox in (docker, bwrap):
            stack.callback(sandbox.close)
            ways[sandbox.name] = _ours(stack, sandbox, assignment, perfect, tests)
        ways["floor (docker)"] = floor.in_docker(docker.image, len(tests))
        ways["floor (bwrap)"] = floor.in_bwrap(bwrap, len(tests))
        found = _in_turn(ways, count)
    costs = {name: _median(costs) for name, costs in found.items()}
    costs["bare"] = Cost(*bare.cost(assignment, perfect, tests))
    _print(costs, len(tests), count)


def _ours(
    stack: contextlib.ExitStack,
    sandbox: Sandbox,
    assignment: Assignment,
    perfect: Submission,
    tests: frozenset[str],
) -> Callable[[], None]:
    """A call that grades once with a judge that is up, and checks that every test passed."""
    grading = dataclasses.replace(context(assignment, sandbox, None), tests=tests)
    lane = sandbox.open_lane(WorkerLimits())
    stack.callback(lane.close)
    judge = Judge(lane, setup_for(assignment, None))
    stack.callback(judge.close)

    def run() -> None:
        report = grade_one(grading, judge, perfect)
        judged = [test for test in report.tests if test.id in tests]
        assert all(test.verdict == "passed" for test in judged)

    return run


def _in_turn(ways: Mapping[str, Callable[[], None]], count: int) -> dict[str, list[Cost]]:
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    for number in range(count + 1):
        for name, run in ways.items():
            cpu, wall = _busy(), time.monotonic()
            run()
            if number:  # the first round warms up
                costs[name].append(Cost(_busy() - cpu, time.monotonic() - wall))
    return costs


def _median(costs: list[Cost]) -> Cost:
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
    )


def _busy() -> float:
    """CPU seconds of the machine so far: user, nice, system, irq, softirq."""
    fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    return sum(int(fields[index]) for index in (0, 1, 2, 5, 6)) / _TICK


def _print(costs: dict[str, Cost], tests: int, count: int) -> None:
    print(f"{tests} hidden tests, {count} submissions each, seconds a submission\n")
    print(f"{'':15}{'CPU':>8}{'wall':>8}{'CPU / usual':>14}")
    usually = costs["usual"].cpu
    for name, cost in costs.items():
        ratio = cost.cpu / usually
        bound = f"   at most {_BOUNDS[name]:.3f}" if name in _BOUNDS else ""
        print(f"{name:15}{cost.cpu:8.3f}{cost.wall:8.3f}{ratio:14.3f}{bound}")


if __name__ == "__main__":
    main()
