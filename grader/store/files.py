"""Where reports lie in the results folder: `OUT/<submission>/result.json` and beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from grader.assignment import Assignment
from grader.errors import InfrastructureError, UsageError
from grader.language import gettext as _
from grader.model import Environment, Phase, Rejected, Report, Status, Submission
from grader.reports.native import dumps, from_json, to_json
from grader.reports.student import student_view
from grader.reports.summary import Summary
from grader.store.atomic import write_text

RESULT = "result.json"
STUDENT = "student.json"
SUMMARY = "summary.json"


def write_report(out: Path, report: Report, phase: Phase = Phase.BEFORE_DUE) -> Path:
    """Write `result.json` and, for `phase`, `student.json`; returns the folder they lie in.

    `student.json` comes first: a result that is there means that both are.
    """
    folder = _folder(out, report.submission.id)
    write_text(folder / STUDENT, dumps(student_view(report, phase)))
    write_text(folder / RESULT, to_json(report))
    return folder


def write_summary(out: Path, summary: Summary) -> Path:
    """Write `summary.json`; returns its path."""
    path = out / SUMMARY
    write_text(path, dumps(summary))
    return path


def finished(
    out: Path,
    assignment: Assignment,
    submission: Submission | Rejected,
    environment: Environment | None,
    data: Mapping[str, str] | None = None,
) -> Report | None:
    """The report of an earlier run, if grading `submission` again could not change it.

    It must be graded or rejected, and agree in assignment, submission, environment and (where
    given) data. A report that cannot be read, or is of another version, is graded again.
    """
    if isinstance(submission, Rejected):
        return None
    try:
        text = (_folder(out, submission.id) / RESULT).read_text(encoding="utf-8")
        report = from_json(text)
    except (OSError, UnicodeDecodeError, UsageError):
        return None
    agrees = (
        report.status is not Status.INCOMPLETE
        and report.assignment.sha256 == assignment.sha256
        and report.submission.id == submission.id
        and report.submission.sha256 == submission.sha256
        and report.submission.identity == submission.identity
        and report.submission.attempt == submission.attempt
        and report.environment == environment
        and (data is None or report.data == dict(data))
    )
    return report if agrees else None


def _folder(out: Path, id: str) -> Path:
    if id in ("", ".", "..") or "/" in id or "\\" in id or "\0" in id:
        raise InfrastructureError(
            _("A submission's id must be a plain file name. Got {id!r}.").format(id=id)
        )
    return out / id
