"""Every key of the JSON files, in words: the source of the schemas and of the documentation."""

from __future__ import annotations

from collections.abc import Mapping

from grader.reports import native, student, summary

Keys = Mapping[str, Mapping[str, str]]
"""Object → key → what it says."""

_TEXT = {"en": "In English.", "ru": "In Russian."}

_PART = {
    "name": "The part's name in `assignment.yaml`.",
    "title": "Its title.",
    "score": "Points earned in it.",
    "max_score": "Points that can be earned in it.",
}

_DIAGNOSIS = {
    "mistake": "The mistake's name: its file in `mistakes/` without `.py`; of a question, "
    "`question.option`.",
    "hint": "What to look at. Shows no hidden input and no expected value.",
}

RESULT: Keys = {
    "Report": {
        "schema": f"Always `{native.SCHEMA}`.",
        "assignment": "Which assignment was graded.",
        "submission": "What was handed in, and by whom.",
        "status": "`graded`; `rejected` (intake refused it) or `incomplete` (something on the "
        "grader's side failed or was not there, and it must be graded again).",
        "reason": "Why it was rejected or is incomplete; `null` when graded.",
        "score": "All points together; `null` exactly when `status` is not `graded`.",
        "max_score": "Points that can be earned.",
        "parts": "Totals of the parts, in the assignment's order.",
        "tests": "Every test of the assignment, in its order.",
        "data": "Which data a set's tests had, by set: `official`, `synthetic`, or `other` with "
        "its SHA-256.",
        "environment": "What graded; `null` when nothing was run.",
        "volatile": "What may differ between two runs; everything else may not.",
        "late": "Always `null` in this version: the late policy's effect.",
        "override": "Always `null` in this version: a change of the score by the instructor.",
    },
    "AssignmentInfo": {
        "name": "The assignment's name.",
        "sha256": "Over `assignment.yaml`, `questions.yaml`, the hidden suite, the reference and "
        "the known mistakes.",
    },
    "SubmissionInfo": {
        "id": "The folder's or archive's name, made safe for a file name; unique in a class.",
        "identity": "Who handed in, as far as recognised.",
        "attempt": "Which attempt it is, from 1.",
        "sha256": "Over the names and contents of `files`; `null` when rejected.",
        "files": "Paths of the files that were graded, relative to the folder of the modules.",
    },
    "Identity": {
        "name": "The student's name.",
        "email": "The student's address.",
        "lms": "What the learning management system needs to find the student again.",
    },
    "PartResult": _PART,
    "TestResult": {
        "id": "`part/function`; of a question, `questions/question`.",
        "part": "The part's name.",
        "title": "What the test asks.",
        "verdict": "One of the verdicts below.",
        "score": "Points earned. Only `passed` and `partial` earn any.",
        "max_score": "Points that can be earned.",
        "visibility": "How much of the test students see: `public`, `visible`, `after_due_date` "
        "or `hidden`.",
        "message": "What was found, in a sentence; `null` when there is nothing to say.",
        "diagnosis": "The known mistakes that explain the result; usually none or one.",
        "evidence": "The facts of the finding: `input`, `expected`, `actual`, of a question also "
        "`explanation`, and `exception` (`type`, `text`, `traceback`), shapes, errors and places "
        "under names of their own; `remarks`, what the numbers tell by themselves, as a list of "
        "texts. NaN and infinities are the texts `nan`, `inf` and `-inf`; whole numbers beyond "
        "2⁵³ are texts.",
    },
    "Diagnosis": _DIAGNOSIS,
    "Text": _TEXT,
    "Environment": {
        "backend": "The sandbox: `docker`, `bwrap`, `uid` or `process`.",
        "grader": "The grader's version.",
        "python": "Python's version on the student's side.",
        "numpy": "NumPy's version on the student's side.",
        "image": "The image's digest; `null` where there is no image.",
    },
    "Volatile": {
        "started_at": "When grading began, ISO 8601 in UTC.",
        "finished_at": "When it ended.",
        "seconds": "Wall seconds of each test, by its id.",
        "stdout": "What student code printed in a test, cut at the limit; only where it did.",
    },
}

SUMMARY: Keys = {
    "Summary": {
        "schema": f"Always `{summary.SCHEMA}`.",
        "assignment": "Which assignment was graded.",
        "title": "Its title.",
        "max_score": "Points that can be earned.",
        "counts": "How many submissions are `graded`, `rejected` and `incomplete`.",
        "submissions": "One row for each submission.",
        "statistics": "Over the submissions that have a score.",
        "data": "Which data a set's tests had, as in `result.json`.",
        "backend": "The sandbox that graded.",
        "volatile": "What may differ between two runs.",
    },
    "AssignmentInfo": RESULT["AssignmentInfo"],
    "SummaryRow": {
        "id": "The submission, as in `OUT/<id>/result.json`.",
        "status": "`graded`, `rejected` or `incomplete`.",
        "reason": "Why it has no score; `null` when graded.",
        "score": "Its points; `null` unless graded.",
        "parts": "Totals of its parts.",
        "verdicts": "How many tests got each verdict; verdicts that none got are left out.",
    },
    "PartResult": _PART,
    "Statistics": {
        "mean": "Mean score; `null` when nobody has one.",
        "median": "Median score.",
        "minimum": "Lowest score.",
        "maximum": "Highest score.",
    },
    "SummaryVolatile": {
        "started_at": "When grading the class began, ISO 8601 in UTC.",
        "finished_at": "When it ended.",
        "seconds": "Wall seconds between the two.",
    },
    "Text": _TEXT,
}

STUDENT: Keys = {
    "StudentReport": {
        "schema": f"Always `{student.SCHEMA}`.",
        "phase": "For when this view is: `before_due`, `after_due` or `after_release`.",
        "assignment": "Which assignment was graded.",
        "submission": "What was handed in.",
        "status": "`graded`, `rejected` or `incomplete`.",
        "reason": "Why there is no score; `null` when graded.",
        "score": "Points, over the tests that `totals` names; `null` unless graded.",
        "max_score": "Points that can be earned in those tests.",
        "totals": "`all_tests`, or before the due date `shown_tests` when some are still unseen.",
        "note": "What the totals count, in a sentence, when it is not just the tests shown.",
        "parts": "Totals of the parts, over the same tests; a part without any is left out.",
        "tests": "The tests that may be shown, in order. Hidden tests never are.",
        "data": "Which data a set's tests had, as in `result.json`.",
    },
    "StudentAssignment": {"name": "The assignment's name."},
    "StudentSubmission": {
        key: RESULT["SubmissionInfo"][key] for key in ("id", "attempt", "sha256", "files")
    },
    "StudentPart": _PART,
    "StudentTest": {
        "id": "`part/function`; of a question, `questions/question`.",
        "part": "The part's name.",
        "title": "What the test asks.",
        "verdict": "One of the verdicts below.",
        "score": "Points earned.",
        "max_score": "Points that can be earned.",
        "message": "What was found, in a sentence.",
        "diagnosis": "The known mistakes that explain the result.",
        "exception": "What the student's code raised; `null` if nothing, or not to be shown.",
        "stdout": "What the student's code printed; `null` if nothing, or not to be shown.",
        "evidence": "The facts of the finding. `input`, `expected`, `actual` and `explanation` "
        "are there only when they may be shown.",
    },
    "StudentDiagnosis": _DIAGNOSIS,
    "StudentException": {
        "type": "The exception's class; `null` if only well-known ones may be shown and it is "
        "another.",
        "text": "Its text; `null` where only own frames may be shown.",
        "traceback": "The frames in the student's own files, the innermost last; `file:line` "
        "only where just those may be shown.",
    },
    "StudentText": _TEXT,
}
