"""What was found, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tests.soak.run import Failure, Images, Run

Found = Mapping[Run, tuple[Failure, ...]]

_IMAGES = {
    Images.NONE: "no images",
    Images.SYNTHETIC: "synthetic",
    Images.CIFAR10: "CIFAR-10",
}


def table(name: str, found: Found) -> str:
    """A row for each solution: how many runs there were, and how many of them failed."""
    solutions = list(dict.fromkeys(run.solution.name for run in sorted(found, key=_order)))
    runs = Counter((run.solution.name, run.images) for run in found)
    failed = Counter((run.solution.name, run.images) for run in found if found[run])
    header = f"{name:20}" + "".join(f"{title:>12}{'failed':>8}" for title in _IMAGES.values())
    rows = [
        f"{one:20}"
        + "".join(f"{runs[one, images]:12}{failed[one, images]:8}" for images in _IMAGES)
        for one in solutions
    ]
    total = f"{len(found)} runs, {sum(map(bool, found.values()))} of them failed"
    failures = [
        describe(name, run, failure) for run in sorted(found, key=_order) for failure in found[run]
    ]
    return "\n".join([header, "─" * len(header), *rows, total, *failures])


def describe(name: str, run: Run, failure: Failure) -> str:
    """A failure in two lines: what went wrong, and what grades with the same seeds."""
    again = f"{name} --solution {run.solution.name} --images {run.images} --only {run.number}"
    return (
        f"{run.solution.name}: {failure.test} is {failure.verdict}: {failure.message}\n"
        f"  seed {failure.seed}: python -m tests.soak {again}"
    )


def _order(run: Run) -> tuple[bool, str, str, int]:
    return run.solution.name != "reference", run.solution.name, run.images, run.number
