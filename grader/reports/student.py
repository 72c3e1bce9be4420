"""`student.json`: the student's view of a report, by the table in `grader.reports.visibility`.

A test of which nothing may be shown yet is not in the view at all. Totals never tell more than the
tests beside them: before the due date they count the shown tests only, and say so; afterwards
they count every test, hidden ones too, which is all that is ever told of a hidden test.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from typing_extensions import TypedDict

from grader.model import Phase, Report, Status, TestResult, Text, Verdict
from grader.reports.exceptions import may_quote, message, own_frames
from grader.reports.native import plain
from grader.reports.visibility import Column, Extent, extent
from grader.scoring import total

SCHEMA = "grader/student/v1"

LATE = ("input", "expected", "actual", "explanation")
"""Keys of the evidence in the column `input, expected`."""

_SHOWN_ONLY = Text(
    en="Until the due date, scores count only the tests shown here; others are added after it.",
    ru="До срока сдачи в баллы входят только показанные здесь тесты, остальные добавятся потом.",
)
_HIDDEN_TOO = Text(
    en="Scores also count hidden tests, which are not shown.",
    ru="В баллы входят и скрытые тесты, которые здесь не показаны.",
)
_INCOMPLETE = Text(
    en="The grader could not finish with this submission. It is not your fault and costs you "
    "nothing: the submission will be graded again.",
    ru="Система не смогла проверить эту работу до конца. Вашей вины в этом нет, и баллов вы не "
    "теряете: работу проверят ещё раз.",
)
_OURS = Text(
    en="The grader failed in this test. It is not your fault.",
    ru="В этом тесте отказала система проверки. Вашей вины в этом нет.",
)


class StudentText(TypedDict):
    """A text in both languages."""

    en: str
    ru: str


class StudentAssignment(TypedDict):
    """Which assignment it is."""

    name: str


class StudentSubmission(TypedDict):
    """What was handed in."""

    id: str
    attempt: int
    sha256: str | None
    files: list[str]


class StudentPart(TypedDict):
    """The total of one part."""

    name: str
    title: StudentText
    score: float
    max_score: float


class StudentDiagnosis(TypedDict):
    """A known mistake that explains a wrong result."""

    mistake: str
    hint: StudentText


class StudentException(TypedDict):
    """An exception of the student's code."""

    type: str | None
    text: str | None
    traceback: list[str]


class StudentTest(TypedDict):
    """One test, as far as it may be shown."""

    id: str
    part: str
    title: StudentText
    verdict: Verdict
    score: float
    max_score: float
    message: StudentText | None
    diagnosis: list[StudentDiagnosis]
    exception: StudentException | None
    stdout: str | None
    evidence: dict[str, Any]


class StudentReport(TypedDict):
    """The whole view: what `student.json` holds."""

    schema: str
    phase: Phase
    assignment: StudentAssignment
    submission: StudentSubmission
    status: Status
    reason: StudentText | None
    score: float | None
    max_score: float
    totals: Literal["all_tests", "shown_tests"]
    note: StudentText | None
    parts: list[StudentPart]
    tests: list[StudentTest]
    data: dict[str, str]


def student_view(report: Report, phase: Phase) -> dict[str, Any]:
    """What the student may see of `report` in `phase`, in plain values."""
    shown = [test for test in report.tests if _extent(test, Column.VERDICT, phase) is Extent.ALL]
    counted = [
        test for test in report.tests if _extent(test, Column.VERDICT, phase) is not Extent.NOTHING
    ]
    everything = len(counted) == len(report.tests)
    view: dict[str, Any] = plain(
        {
            "schema": SCHEMA,
            "phase": phase,
            "assignment": {"name": report.assignment.name},
            "submission": {
                "id": report.submission.id,
                "attempt": report.submission.attempt,
                "sha256": report.submission.sha256,
                "files": report.submission.files,
            },
            "status": report.status,
            "reason": _reason(report),
            "totals": "all_tests" if everything else "shown_tests",
            "note": _note(everything, len(shown) < len(counted)),
            "tests": [_test(report, test, phase) for test in shown],
            "data": report.data,
            **(_full_totals(report) if everything else _shown_totals(report, counted)),
        }
    )
    return view


def _extent(test: TestResult, column: Column, phase: Phase) -> Extent:
    return extent(test.visibility, column, phase)


def _reason(report: Report) -> Text | None:
    """Why a submission was rejected; of the grader's own trouble, no names of tests."""
    return _INCOMPLETE if report.status is Status.INCOMPLETE else report.reason


def _note(everything: bool, hidden: bool) -> Text | None:
    if not everything:
        return _SHOWN_ONLY
    return _HIDDEN_TOO if hidden else None


def _full_totals(report: Report) -> dict[str, Any]:
    return {"score": report.score, "max_score": report.max_score, "parts": report.parts}


def _shown_totals(report: Report, counted: Iterable[TestResult]) -> dict[str, Any]:
    tests = list(counted)
    graded = report.status is Status.GRADED
    parts = []
    for part in report.parts:
        own = [test for test in tests if test.part == part.name]
        if own:
            parts.append(
                {
                    "name": part.name,
                    "title": part.title,
                    "score": total(test.score for test in own),
                    "max_score": total(test.max_score for test in own),
                }
            )
    return {
        "score": total(test.score for test in tests) if graded else None,
        "max_score": total(test.max_score for test in tests),
        "parts": parts,
    }


def _test(report: Report, test: TestResult, phase: Phase) -> dict[str, Any]:
    def shows(column: Column) -> bool:
        return _extent(test, column, phase) is Extent.ALL

    exception, text = _told(report, test, full=shows(Column.EXCEPTION))
    return {
        "id": test.id,
        "part": test.part,
        "title": test.title,
        "verdict": test.verdict,
        "score": test.score,
        "max_score": test.max_score,
        "message": text if shows(Column.SHAPES) else None,
        "diagnosis": test.diagnosis if shows(Column.HINT) else (),
        "exception": (
            exception if _extent(test, Column.EXCEPTION, phase) is not Extent.NOTHING else None
        ),
        "stdout": (report.volatile.stdout.get(test.id) if shows(Column.EXCEPTION) else None),
        "evidence": _evidence(test, late=shows(Column.VALUES), early=shows(Column.SHAPES)),
    }


def _told(
    report: Report, test: TestResult, *, full: bool
) -> tuple[dict[str, Any] | None, Text | None]:
    """The exception and the message, both cut where exceptions are not shown in full.

    What the grader says of its own faults is for the instructor.
    """
    if test.verdict is Verdict.GRADER_ERROR:
        return None, _OURS
    exception = test.evidence.get("exception")
    if not isinstance(exception, Mapping):
        return None, test.message
    if full:
        return {key: exception.get(key) for key in ("type", "text", "traceback")}, test.message
    cut = own_frames(exception, report.submission.files)
    return cut, message(cut) if may_quote(test.message, exception, cut) else test.message


def _evidence(test: TestResult, *, late: bool, early: bool) -> dict[str, Any]:
    """The facts that may be shown; those of the grader's own faults never are."""
    if not test.verdict.judged:
        return {}
    return {
        key: value
        for key, value in test.evidence.items()
        if key != "exception" and (late if key in LATE else early)
    }
