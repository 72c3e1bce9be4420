"""Reports lie where other programs look for them, and a finished one is not graded again."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest

from grader.assignment import Assignment
from grader.errors import InfrastructureError
from grader.model import (
    AssignmentInfo,
    Environment,
    Identity,
    Phase,
    Rejected,
    Report,
    SourceFile,
    Status,
    Submission,
    SubmissionInfo,
    Text,
)
from grader.reports.native import from_json, to_json
from grader.reports.summary import summarise
from grader.store import finished, write_report, write_summary

Make = Callable[..., Report]


@dataclass(frozen=True)
class Named:
    """As much of an assignment as the store reads."""

    name: str = "demo"
    sha256: str = "a" * 64
    title: Text = Text("Demo", "Пример")  # noqa: RUF009  # frozen
    max_score: float = 2.0


ASSIGNMENT = cast("Assignment", Named())
ENVIRONMENT = Environment("docker", "0.1.0", "3.11.7", "2.2.0")
ANNA = Submission("anna", (SourceFile("svm.py", b""),), "b" * 64, Identity("Anna"))


def test_a_report_and_the_students_view_lie_in_one_folder(
    tmp_path: Path, make_report: Make
) -> None:
    report = make_report()
    folder = write_report(tmp_path, report, Phase.BEFORE_DUE)
    assert folder == tmp_path / "anna"
    assert (folder / "result.json").read_text("utf-8") == to_json(report)
    view = json.loads((folder / "student.json").read_text("utf-8"))
    assert [test["id"] for test in view["tests"]] == ["svm/public"]
    assert {path.name for path in folder.iterdir()} == {"result.json", "student.json"}


def test_the_view_follows_the_phase(tmp_path: Path, make_report: Make) -> None:
    write_report(tmp_path, make_report(), Phase.BEFORE_DUE)
    write_report(tmp_path, make_report(), Phase.AFTER_DUE)
    view = json.loads((tmp_path / "anna" / "student.json").read_text("utf-8"))
    assert (view["phase"], view["score"]) == ("after_due", 2.0)


@pytest.mark.parametrize("id", ["", ".", "..", "../x", "a/b", "a\\b", "a\0b"])
def test_an_id_never_leads_out_of_the_results(tmp_path: Path, make_report: Make, id: str) -> None:
    report = make_report(submission=SubmissionInfo(id, Identity(), 1, None, ()))
    with pytest.raises(InfrastructureError, match="must be a plain file name"):
        write_report(tmp_path / "out", report)
    assert list(tmp_path.iterdir()) == []


def test_a_summary(tmp_path: Path, make_report: Make) -> None:
    summary = summarise(
        ASSIGNMENT, [make_report()], data={}, backend="docker", started_at="", finished_at="",
        seconds=1.0,
    )  # fmt: skip
    path = write_summary(tmp_path, summary)
    assert path == tmp_path / "summary.json"
    assert json.loads(path.read_text("utf-8"))["counts"]["graded"] == 1


# Resuming


def test_what_is_finished_is_not_graded_again(tmp_path: Path, make_report: Make) -> None:
    write_report(tmp_path, make_report())
    assert finished(tmp_path, ASSIGNMENT, ANNA, ENVIRONMENT) == make_report()


def test_a_report_taken_over_is_written_as_it_was(tmp_path: Path, make_report: Make) -> None:
    write_report(tmp_path, make_report(score=1 / 3))
    before = (tmp_path / "anna" / "result.json").read_bytes()
    report = finished(tmp_path, ASSIGNMENT, ANNA, ENVIRONMENT)
    assert report is not None
    write_report(tmp_path, report)
    assert (tmp_path / "anna" / "result.json").read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        {"status": Status.INCOMPLETE, "score": None},
        {"assignment": AssignmentInfo("demo", "c" * 64)},
        {"environment": replace(ENVIRONMENT, numpy="2.3.0")},
        {"environment": replace(ENVIRONMENT, grader="0.1.0+code.key")},
        {"environment": None},
        {"data": {"cifar10": "synthetic"}},
        {"schema": "grader/result/v0"},
        {"submission": SubmissionInfo("anna", Identity("Anna"), 1, "c" * 64, ())},
        {"submission": SubmissionInfo("anna", Identity("Anna"), 2, "b" * 64, ())},
        {"submission": SubmissionInfo("anna", Identity("Olga"), 1, "b" * 64, ())},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_has_changed_is_graded_again(
    tmp_path: Path, make_report: Make, change: dict[str, object]
) -> None:
    write_report(tmp_path, make_report(**change))
    data = {"cifar10": "official"}
    assert finished(tmp_path, ASSIGNMENT, ANNA, ENVIRONMENT, data) is None


@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff", b"[]", b'{"schema": 1}'])
def test_what_cannot_be_read_is_graded_again(tmp_path: Path, content: bytes | None) -> None:
    """A file that another program damaged costs a grading, not a crash."""
    (tmp_path / "anna").mkdir()
    if content is not None:
        (tmp_path / "anna" / "result.json").write_bytes(content)
    assert finished(tmp_path, ASSIGNMENT, ANNA, ENVIRONMENT) is None


def test_what_intake_rejects_now_has_no_earlier_result(tmp_path: Path, make_report: Make) -> None:
    write_report(tmp_path, make_report())
    rejected = Rejected("anna", Text("a bomb", "бомба"))
    assert finished(tmp_path, ASSIGNMENT, rejected, ENVIRONMENT) is None


def test_a_report_reads_back_from_the_folder(tmp_path: Path, make_report: Make) -> None:
    folder = write_report(tmp_path, make_report())
    assert from_json((folder / "result.json").read_text("utf-8")) == make_report()
