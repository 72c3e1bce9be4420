"""`summary.json`: one class in one file."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.assignment import Assignment
from grader.model import AssignmentInfo, PartResult, Report, Status, Text
from grader.scoring import six_digits, total

SCHEMA = "grader/summary/v1"


@dataclass(frozen=True)
class SummaryRow:
    """One submission of a class."""

    id: str
    status: Status
    reason: Text | None
    score: float | None
    parts: tuple[PartResult, ...]
    verdicts: dict[str, int]


@dataclass(frozen=True)
class Statistics:
    """The scores of those who have one; all None when nobody has."""

    mean: float | None
    median: float | None
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True)
class SummaryVolatile:
    """What may differ between two runs over the same submissions."""

    started_at: str
    finished_at: str
    seconds: float


@dataclass(frozen=True)
class Summary:
    """A class: every submission's result and the totals; written as `summary.json`."""

    schema: str
    assignment: AssignmentInfo
    title: Text
    max_score: float
    counts: dict[str, int]
    submissions: tuple[SummaryRow, ...]
    statistics: Statistics
    data: dict[str, str]
    backend: str
    volatile: SummaryVolatile


def summarise(
    assignment: Assignment,
    reports: Sequence[Report],
    *,
    data: Mapping[str, str],
    backend: str,
    started_at: str,
    finished_at: str,
    seconds: float,
) -> Summary:
    """The summary of `reports`, in their order."""
    return Summary(
        schema=SCHEMA,
        assignment=AssignmentInfo(assignment.name, assignment.sha256),
        title=assignment.title,
        max_score=total([assignment.max_score]),
        counts=_counts(reports),
        submissions=tuple(_row(report) for report in reports),
        statistics=_statistics(report.score for report in reports),
        data=dict(data),
        backend=backend,
        volatile=SummaryVolatile(started_at, finished_at, seconds),
    )


def _counts(reports: Iterable[Report]) -> dict[str, int]:
    counted = Counter(report.status for report in reports)
    return {status.value: counted[status] for status in Status}


def _row(report: Report) -> SummaryRow:
    verdicts = Counter(test.verdict.value for test in report.tests)
    return SummaryRow(
        id=report.submission.id,
        status=report.status,
        reason=report.reason,
        score=report.score,
        parts=report.parts,
        verdicts=dict(sorted(verdicts.items())),
    )


def _statistics(scores: Iterable[float | None]) -> Statistics:
    known = [score for score in scores if score is not None]
    if not known:
        return Statistics(None, None, None, None)
    return Statistics(
        mean=six_digits(statistics.fmean(known)),
        median=six_digits(statistics.median(known)),
        minimum=min(known),
        maximum=max(known),
    )
