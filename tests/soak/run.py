"""One run: a solution graded with seeds of its own. Many of them, on lanes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from grader.assignment import Assignment
from grader.cli.context import context, data_for_judge
from grader.data import synthetic
from grader.data.locate import find
from grader.executors import Events, LocalExecutor
from grader.model import Report, Submission, TestResult, Verdict
from grader.pipeline import Grading, seeds, setup_for
from grader.proofs.course import with_images
from grader.sandbox.contract import Sandbox
from tests.soak.solutions import Solution

KEY = b"the soak's own key: a run has the same seeds on every machine"


class Images(StrEnum):
    """What the tests that ask for images get; with `NONE` they are left out."""

    NONE = "none"
    SYNTHETIC = "synthetic"
    CIFAR10 = "cifar10"


@dataclass(frozen=True)
class Run:
    """The run `number` of a solution. Its seeds come from the two, not from the solution's text."""

    solution: Solution
    images: Images
    number: int


@dataclass(frozen=True)
class Failure:
    """A test that a correct solution did not pass, or in which it got a hint."""

    test: str
    seed: int
    verdict: str
    message: str


Finished = Callable[[Run, tuple[Failure, ...]], None]


def grade(
    assignment: Assignment,
    sandbox: Sandbox,
    images: Images,
    runs: Sequence[Run],
    *,
    lanes: int,
    on_finished: Finished,
) -> None:
    """Grade `runs`, which all get `images`; `on_finished` is called from the lanes' threads."""
    if not runs:
        return
    grading = _grading(assignment, sandbox, images)
    submissions = {f"{run.solution.name} {run.number}": run for run in runs}

    def reported(submission: Submission, report: Report) -> None:
        failures = tuple(_failures(report, seeds(grading, submission)))
        on_finished(submissions[submission.id], failures)

    executor = LocalExecutor(
        grading, sandbox, setup_for(assignment, _data(assignment, images)), lanes=lanes
    )
    executor.run(
        [Submission(name, run.solution.files, sha256=name) for name, run in submissions.items()],
        Events(reported=reported),
    )


def _grading(assignment: Assignment, sandbox: Sandbox, images: Images) -> Grading:
    every = frozenset(row.id for row in assignment.tests)
    tests = every - with_images(assignment) if images is Images.NONE else every
    return replace(context(assignment, sandbox, None), course_key=KEY, tests=tests)


def _data(assignment: Assignment, images: Images) -> dict[str, Any] | None:
    match images:
        case Images.NONE:
            return None
        case Images.SYNTHETIC:
            return data_for_judge(assignment, synthetic.cifar10())
        case Images.CIFAR10:
            return data_for_judge(assignment, find())


def _failures(report: Report, seeds: dict[str, int]) -> Iterator[Failure]:
    for test in report.tests:
        if test.id in seeds and not _all_points_and_no_hint(test):
            yield Failure(test.id, seeds[test.id], str(test.verdict), _words(test))


def _all_points_and_no_hint(test: TestResult) -> bool:
    return test.verdict is Verdict.PASSED and not test.diagnosis


def _words(test: TestResult) -> str:
    """The message, and what the grader or a hint says besides."""
    named = [f"named {one.mistake}" for one in test.diagnosis]
    detail = str(test.evidence.get("grader", "")).strip().splitlines()[-1:]
    return "; ".join([*([test.message.en] if test.message else []), *detail, *named])
