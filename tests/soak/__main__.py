"""`make soak`: correct solutions, graded again and again with other seeds, must never fail.

The reference and several correct solutions in other styles are graded `--runs` times each without
images, and `--synthetic-runs` and `--cifar10-runs` times each with all tests. Every run has seeds
of its own, which depend on its number and on nothing else: `--solution NAME --only NUMBER` grades
with the seeds of a run that failed.

What is finished is kept in `.soak_cache/`, and a rerun goes on from there, as long as the suite,
the solutions and the grader are the same. Exit code: 0 no failure, 1 a failure.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.assignment import Assignment
from grader.cli.console import say
from grader.cli.context import find_assignment
from grader.cli.walls import Wall, open_sandbox
from grader.data.locate import find
from tests.soak.busy import busy
from tests.soak.progress import Progress
from tests.soak.record import Record
from tests.soak.run import Images, Run, grade
from tests.soak.solutions import Solution, solutions
from tests.soak.table import table

RECORD = Path(".soak_cache/record.jsonl")
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak each of the assignments, and print their tables."""
    chosen = _parser().parse_args(arguments)
    try:
        with busy(chosen.busy):
            held = [soak(find_assignment(name), chosen) for name in chosen.assignments]
    except KeyboardInterrupt:
        say("ended early; what is finished is kept, and a rerun goes on from there")
        return INTERRUPTED
    return 0 if all(held) else 1


def soak(assignment: Assignment, chosen: argparse.Namespace) -> bool:
    """Whether no run failed: those of the record, and those that are graded now."""
    subjects = [one for one in solutions(assignment) if chosen.solution in (None, one.name)]
    runs = list(_runs(assignment, subjects, chosen))
    with contextlib.closing(open_sandbox(chosen.sandbox, assignment)) as sandbox:
        record = Record(chosen.record, assignment, f"{sandbox.name} busy {chosen.busy}")
        kept = {} if chosen.only is not None else record.finished(subjects)
        found = {run: kept[run] for run in runs if run in kept}
        with Progress(record, len(runs), found) as progress:
            for images in Images:
                left = [run for run in runs if run.images is images and run not in found]
                grade(
                    assignment, sandbox, images, left,
                    lanes=chosen.lanes, on_finished=progress.finished,
                )  # fmt: skip
    print(table(assignment.name, found), end="\n\n", flush=True)
    return not any(found.values())


def _runs(
    assignment: Assignment, subjects: Sequence[Solution], chosen: argparse.Namespace
) -> Iterator[Run]:
    """What is asked for. The solutions take turns, so that an early end tells something of each."""
    for images, count in _counts(assignment, chosen).items():
        numbers = range(count) if chosen.only is None else [chosen.only] if count else []
        for number in numbers:
            yield from (Run(solution, images, number) for solution in subjects)


def _counts(assignment: Assignment, chosen: argparse.Namespace) -> dict[Images, int]:
    """How many runs of a solution there are with each kind of images."""
    counts = {
        Images.NONE: chosen.runs,
        Images.SYNTHETIC: chosen.synthetic_runs,
        Images.CIFAR10: chosen.cifar10_runs,
    }
    if assignment.data.cifar10 is None:
        return {Images.NONE: chosen.runs}
    if counts[Images.CIFAR10] and find().kind == "synthetic":
        say("CIFAR-10 is not here (CIFAR10_DIR, `make data`): no runs with it")
        counts[Images.CIFAR10] = 0
    return {images: count for images, count in counts.items() if chosen.images in (None, images)}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.soak", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add = parser.add_argument
    add("assignments", nargs="+", metavar="ASSIGNMENT", help="name or folder")
    add("--runs", type=int, default=200, help="of each solution without images (default 200)")
    add("--synthetic-runs", type=int, default=50, help="with the synthetic images (default 50)")
    add("--cifar10-runs", type=int, default=50, help="with CIFAR-10 (default 50)")
    add("--solution", help="only this one: reference, or a style of tests/soak/solutions.py")
    add("--images", type=Images, choices=list(Images), help="only the runs with these images")
    add("--only", type=int, metavar="NUMBER", help="only the run of this number, once more")
    add("--busy", type=int, default=0, metavar="N", help="processes that compute meanwhile")
    add("--lanes", type=int, default=os.cpu_count() or 1, help="gradings at a time")
    add("--sandbox", type=Wall, choices=list(Wall), help="the wall (default: as grader grade)")
    add("--record", type=Path, default=RECORD, help=f"what is finished (default {RECORD})")
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite kill ends like Ctrl-C
    sys.exit(main())
