"""Rubric × outcomes → points. The rubric's rows decide which tests there are, nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from grader.assignment import Assignment, Part, TestRow
from grader.model import Outcome, PartResult, Status, TestResult, Text, Verdict

_LOST = Text(
    en="The grader has no valid result of this test. It is the grader's fault; the submission "
    "must be graded again.",
    ru="У проверяющей системы нет верного результата этого теста. Это её ошибка; работу нужно "
    "проверить ещё раз.",
)


@dataclass(frozen=True)
class Scored:
    """All tests and parts of one submission; `score` is None when something was not judged."""

    tests: tuple[TestResult, ...]
    parts: tuple[PartResult, ...]
    status: Status
    score: float | None
    max_score: float


def score(assignment: Assignment, outcomes: Mapping[str, Outcome]) -> Scored:
    """Points for every row of `assignment`; `outcomes` is keyed by test id.

    A row without an outcome, or with a share outside [0, 1], is a grader error.
    """
    tests = tuple(_result(row, outcomes.get(row.id)) for row in assignment.tests)
    parts = tuple(_total(part, tests) for part in assignment.parts)
    judged = all(test.verdict.judged for test in tests)
    return Scored(
        tests=tests,
        parts=parts,
        status=Status.GRADED if judged else Status.INCOMPLETE,
        score=total(part.score for part in parts) if judged else None,
        max_score=total(part.max_score for part in parts),
    )


def six_digits(value: float) -> float:
    """`value` to six significant digits."""
    return float(f"{value:.6g}") + 0.0  # -0.0 becomes 0.0


def total(scores: Iterable[float]) -> float:
    """The sum of `scores`, in any order, to six significant digits."""
    return six_digits(fsum(scores))


def _result(row: TestRow, outcome: Outcome | None) -> TestResult:
    if outcome is None or not 0.0 <= outcome.fraction <= 1.0:
        outcome = Outcome(row.id, Verdict.GRADER_ERROR, message=_LOST)
    return TestResult(
        id=row.id,
        part=row.part,
        title=row.title,
        verdict=outcome.verdict,
        score=six_digits(row.points * _share(outcome)),
        max_score=six_digits(row.points),
        visibility=row.visibility,
        message=outcome.message,
        diagnosis=outcome.diagnosis,
        evidence=outcome.evidence,
    )


def _share(outcome: Outcome) -> float:
    match outcome.verdict:
        case Verdict.PASSED:
            return 1.0
        case Verdict.PARTIAL:
            return outcome.fraction
        case _:
            return 0.0


def _total(part: Part, tests: Iterable[TestResult]) -> PartResult:
    own = [test for test in tests if test.part == part.name]
    return PartResult(
        name=part.name,
        title=part.title,
        score=total(test.score for test in own),
        max_score=total(test.max_score for test in own),
    )
