"""The summary counts every submission once, and means are over those who have a score."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import jsonschema
import pytest

from grader.assignment import Assignment
from grader.model import Report, Status, SubmissionInfo, Text, Verdict, Visibility
from grader.reports.native import dumps
from grader.reports.schemas import summary_schema
from grader.reports.summary import Summary, summarise

Make = Callable[..., Any]

VALID = jsonschema.Draft202012Validator(summary_schema())

TITLE = Text("Demo", "Пример")


@dataclass(frozen=True)
class Named:
    """As much of an assignment as a summary reads."""

    name: str = "demo"
    sha256: str = "a" * 64
    title: Text = TITLE
    max_score: float = 8.0


def summary_of(*reports: Report) -> Summary:
    return summarise(
        cast("Assignment", Named()),
        reports,
        data={"cifar10": "synthetic"},
        backend="docker",
        started_at="2026-11-23T10:00:00Z",
        finished_at="2026-11-23T10:00:09Z",
        seconds=9.123456789,
    )


@pytest.fixture
def submission(make_test: Make, make_report: Make) -> Make:
    def make(id: str, score: float | None, status: Status = Status.GRADED) -> Report:
        tests = [
            make_test(Visibility.PUBLIC, verdict=Verdict.PASSED),
            make_test(Visibility.HIDDEN, verdict=Verdict.FAILED),
            make_test(Visibility.VISIBLE, "softmax", verdict=Verdict.FAILED),
        ]
        info = SubmissionInfo(id, make_report().submission.identity, 1, None, ())
        report: Report = make_report(*tests, submission=info, score=score, status=status)
        return report

    return make


def test_a_class(submission: Make) -> None:
    summary = summary_of(
        submission("anna", 8.0),
        submission("boris", 3.0),
        submission("vera", 4.0),
        submission("gleb", None, Status.REJECTED),
        submission("dina", None, Status.INCOMPLETE),
    )
    assert summary.counts == {"graded": 3, "rejected": 1, "incomplete": 1}
    assert summary.statistics.mean == 5.0
    assert summary.statistics.median == 4.0
    assert (summary.statistics.minimum, summary.statistics.maximum) == (3.0, 8.0)
    assert [row.id for row in summary.submissions] == ["anna", "boris", "vera", "gleb", "dina"]
    assert summary.submissions[0].verdicts == {"failed": 2, "passed": 1}
    VALID.validate(json.loads(dumps(summary)))


def test_a_class_without_scores(submission: Make) -> None:
    """Nobody's score is null, not 0."""
    summary = summary_of(submission("gleb", None, Status.REJECTED))
    assert summary.statistics.mean is None
    assert summary.statistics.median is None
    VALID.validate(json.loads(dumps(summary)))


def test_an_empty_class() -> None:
    summary = summary_of()
    assert summary.counts == {"graded": 0, "rejected": 0, "incomplete": 0}
    VALID.validate(json.loads(dumps(summary)))
