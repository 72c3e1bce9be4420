"""The student's view shows exactly what the table allows, and nothing adds up to more."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from grader.model import Phase, Report, Status, Text, Verdict, Visibility
from grader.reports.schemas import student_schema
from grader.reports.student import student_view
from grader.reports.visibility import TABLE, Column, Rule

Make = Callable[..., Any]

VALID = jsonschema.Draft202012Validator(student_schema())

ALL = dict.fromkeys(Phase, "all")
FRAMES = dict.fromkeys(Phase, "frames")
NOTHING = dict.fromkeys(Phase, "nothing")
AFTER_DUE = {**ALL, Phase.BEFORE_DUE: "nothing"}
AFTER_RELEASE = {**NOTHING, Phase.AFTER_RELEASE: "all"}

# The table of the documentation, cell by cell, as what is to be seen in each phase.
CELLS = {
    (Visibility.PUBLIC, Column.VERDICT): ALL,
    (Visibility.PUBLIC, Column.HINT): ALL,
    (Visibility.PUBLIC, Column.EXCEPTION): ALL,
    (Visibility.PUBLIC, Column.SHAPES): ALL,
    (Visibility.PUBLIC, Column.VALUES): ALL,
    (Visibility.VISIBLE, Column.VERDICT): ALL,
    (Visibility.VISIBLE, Column.HINT): ALL,
    (Visibility.VISIBLE, Column.EXCEPTION): FRAMES,
    (Visibility.VISIBLE, Column.SHAPES): ALL,
    (Visibility.VISIBLE, Column.VALUES): AFTER_RELEASE,
    (Visibility.AFTER_DUE_DATE, Column.VERDICT): AFTER_DUE,
    (Visibility.AFTER_DUE_DATE, Column.HINT): AFTER_DUE,
    (Visibility.AFTER_DUE_DATE, Column.EXCEPTION): AFTER_DUE,
    (Visibility.AFTER_DUE_DATE, Column.SHAPES): AFTER_DUE,
    (Visibility.AFTER_DUE_DATE, Column.VALUES): AFTER_RELEASE,
    (Visibility.HIDDEN, Column.VERDICT): NOTHING,
    (Visibility.HIDDEN, Column.HINT): NOTHING,
    (Visibility.HIDDEN, Column.EXCEPTION): NOTHING,
    (Visibility.HIDDEN, Column.SHAPES): NOTHING,
    (Visibility.HIDDEN, Column.VALUES): NOTHING,
}


def view(report: Report, phase: Phase) -> dict[str, Any]:
    """The view, checked against its published schema."""
    seen = student_view(report, phase)
    VALID.validate(json.loads(json.dumps(seen, allow_nan=False)))
    return seen


def seen_of(test: dict[str, Any] | None, column: Column) -> str:
    """How much of `column` is in the view of a test that has something in every column."""
    if test is None:
        return "nothing"
    match column:
        case Column.VERDICT:
            found = [test["verdict"] == "partial", test["score"] == 1.0]
        case Column.HINT:
            found = [test["diagnosis"] != []]
        case Column.SHAPES:
            found = [
                test["message"] is not None,
                "shape" in test["evidence"],
                "max_abs_error" in test["evidence"],
                "remarks" in test["evidence"],
            ]
        case Column.VALUES:
            found = [key in test["evidence"] for key in ("input", "expected", "actual")]
        case Column.EXCEPTION:
            exception = test["exception"] or {}
            if exception.get("traceback") == ["svm.py:12"] and exception["text"] is None:
                return "frames" if test["stdout"] is None else "frames and stdout"
            found = [exception.get("text") == "input was 0.5", test["stdout"] is not None]
    assert len(set(found)) == 1, found
    return "all" if found[0] else "nothing"


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize(("visibility", "column"), CELLS, ids=str)
def test_a_cell_of_the_table(
    make_test: Make, make_report: Make, visibility: Visibility, column: Column, phase: Phase
) -> None:
    tests = view(make_report(make_test(visibility)), phase)["tests"]
    test = tests[0] if tests else None
    assert seen_of(test, column) == CELLS[visibility, column][phase]


def test_the_table_has_every_cell() -> None:
    assert {(v, c) for v, columns in TABLE.items() for c in columns} == set(CELLS)
    assert set(CELLS) == {(v, c) for v in Visibility for c in Column}


def table_of_the_documentation(page: str) -> dict[tuple[str, str], str]:
    lines = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("|")]
    head = next(line for line in lines if line[0] == "visibility")
    rows = {line[0].strip("`"): line[1:] for line in lines}
    return {
        (v.value, column): cell
        for v in Visibility
        for column, cell in zip(head[1:], rows[v.value], strict=True)
    }


def test_the_documentation_shows_the_same_table(pytestconfig: pytest.Config) -> None:
    page = (pytestconfig.rootpath / "docs" / "result-format.md").read_text("utf-8")
    assert table_of_the_documentation(page) == {
        (v.value, column.value): rule.value
        for v, columns in TABLE.items()
        for column, rule in columns.items()
    }
    assert {rule for columns in TABLE.values() for rule in columns.values()} == set(Rule)


# Totals


@pytest.fixture
def mixed(make_test: Make, make_report: Make) -> Report:
    """Four tests of 4 points in two parts; one part holds nothing that is shown early."""
    report: Report = make_report(
        make_test(Visibility.VISIBLE, score=1.0),
        make_test(Visibility.HIDDEN, score=2.0),
        make_test(Visibility.AFTER_DUE_DATE, score=3.0),
        make_test(Visibility.HIDDEN, "softmax", score=4.0),
    )
    return report


def test_before_due_totals_count_the_shown_tests_only(mixed: Report) -> None:
    seen = view(mixed, Phase.BEFORE_DUE)
    assert (seen["score"], seen["max_score"], seen["totals"]) == (1.0, 4.0, "shown_tests")
    assert [(part["name"], part["score"], part["max_score"]) for part in seen["parts"]] == [
        ("svm", 1.0, 4.0)
    ]
    assert "count only the tests shown here" in seen["note"]["en"]


def test_before_due_unseen_results_change_nothing(mixed: Report) -> None:
    """Whatever hidden tests found, the early view is the same, byte for byte."""
    seen = view(mixed, Phase.BEFORE_DUE)
    flipped = tuple(
        test
        if test.visibility is Visibility.VISIBLE
        else replace(test, score=4.0 - test.score, verdict=Verdict.FAILED, message=None)
        for test in mixed.tests
    )
    parts = tuple(replace(part, score=part.max_score - 1) for part in mixed.parts)
    other = replace(mixed, tests=flipped, parts=parts, score=3.25)
    assert view(other, Phase.BEFORE_DUE) == seen


def test_after_due_totals_count_every_test(mixed: Report) -> None:
    seen = view(mixed, Phase.AFTER_DUE)
    assert (seen["score"], seen["max_score"], seen["totals"]) == (10.0, 16.0, "all_tests")
    assert [part["score"] for part in seen["parts"]] == [6.0, 4.0]
    assert [test["id"] for test in seen["tests"]] == ["svm/test_visible", "svm/test_after_due_date"]
    assert "hidden tests" in seen["note"]["en"]


def test_of_hidden_tests_only_the_totals_ever_differ(mixed: Report) -> None:
    swapped = tuple(
        replace(test, verdict=Verdict.CRASHED, title=Text("x", "x"), message=None, id="svm/x")
        if test.visibility is Visibility.HIDDEN
        else test
        for test in mixed.tests
    )
    for phase in Phase:
        assert view(replace(mixed, tests=swapped), phase) == view(mixed, phase)


def test_with_everything_shown_there_is_nothing_to_say(make_test: Make, make_report: Make) -> None:
    seen = view(make_report(make_test(Visibility.PUBLIC)), Phase.BEFORE_DUE)
    assert (seen["totals"], seen["note"]) == ("all_tests", None)


# What has no score


def test_an_incomplete_report_has_no_score_and_names_no_test(mixed: Report) -> None:
    report = replace(
        mixed, status=Status.INCOMPLETE, score=None, reason=Text("svm/test_hidden failed", "…")
    )
    for phase in Phase:
        seen = view(report, phase)
        assert seen["score"] is None
        assert "test_hidden" not in json.dumps(seen)
        assert "not your fault" in seen["reason"]["en"]


def test_a_rejected_report_says_why(make_report: Make) -> None:
    reason = Text("it is a bomb", "это бомба")
    seen = view(make_report(status=Status.REJECTED, score=None, reason=reason), Phase.BEFORE_DUE)
    assert seen["reason"] == {"en": "it is a bomb", "ru": "это бомба"}
    assert seen["score"] is None


@pytest.mark.parametrize("verdict", [Verdict.GRADER_ERROR, Verdict.NOT_RUN])
def test_evidence_of_our_own_faults_is_never_shown(
    make_test: Make, make_report: Make, verdict: Verdict
) -> None:
    """The grader's traceback quotes the hidden suite."""
    evidence = {"grader": "File test_svm.py: expected = 5.25"}
    test = make_test(Visibility.PUBLIC, verdict=verdict, evidence=evidence)
    report = make_report(test, status=Status.INCOMPLETE, score=None)
    assert "5.25" not in json.dumps(view(report, Phase.AFTER_RELEASE))


def test_a_message_about_our_own_fault_is_replaced(make_test: Make, make_report: Make) -> None:
    """It may name hosts, paths and whatever else failed."""
    test = make_test(
        Visibility.PUBLIC,
        verdict=Verdict.GRADER_ERROR,
        message=Text("The grader failed: /srv/judge is gone", "…"),
    )
    report = make_report(test, status=Status.INCOMPLETE, score=None)
    (seen,) = view(report, Phase.AFTER_RELEASE)["tests"]
    assert "/srv/judge" not in json.dumps(seen)
    assert "not your fault" in seen["message"]["en"]
    assert seen["exception"] is None


# Student code writes exceptions: it may copy an input into any word of them


@pytest.mark.parametrize(
    ("change", "type_shown"),
    [
        ({"type": "IndexError"}, "IndexError"),
        ({"type": "LinAlgError"}, "LinAlgError"),
        ({"type": "X_0_5_0_25"}, None),
        ({"type": "print"}, None),
        ({"type": 5}, None),
        ({}, None),
    ],
)
def test_only_well_known_classes_are_named(
    make_test: Make, make_report: Make, change: dict[str, Any], type_shown: str | None
) -> None:
    exception = {"text": "t", "traceback": []} | change
    test = make_test(Visibility.VISIBLE, verdict=Verdict.ERROR, evidence={"exception": exception})
    (seen,) = view(make_report(test), Phase.BEFORE_DUE)["tests"]
    assert seen["exception"] == {"type": type_shown, "text": None, "traceback": []}


def test_frames_are_lines_of_handed_in_files_only(make_test: Make, make_report: Make) -> None:
    frames = [
        "svm.py:3 in f: leak",
        "0.5.py:4 in f: leak",
        "svm.py:99999999 in f",
        "/judge/test_svm.py:5 in test: expected = 5.25",
        "svm.py",
        "svm.py:7: bad syntax",
    ]
    exception = {"type": "ValueError", "text": "t", "traceback": frames}
    test = make_test(Visibility.VISIBLE, evidence={"exception": exception})
    (seen,) = view(make_report(test), Phase.BEFORE_DUE)["tests"]
    assert seen["exception"]["traceback"] == ["svm.py:3", "svm.py:7"]


@pytest.mark.parametrize(
    ("exception", "message", "kept"),
    [
        ({"type": "ValueError", "text": "0.5"}, "svm_loss raised ValueError.", True),
        ({"type": "ValueError", "text": "0.5"}, "svm_loss raised ValueError: 0.5", False),
        ({"type": "X_0_5", "text": ""}, "svm_loss raised X_0_5.", False),
    ],
)
def test_a_message_that_may_quote_student_code_is_replaced(
    make_test: Make, make_report: Make, exception: dict[str, Any], message: str, kept: bool
) -> None:
    test = make_test(
        Visibility.VISIBLE,
        message=Text(message, message),
        evidence={"exception": {"traceback": ["svm.py:12 in f: x"], **exception}},
    )
    (seen,) = view(make_report(test), Phase.BEFORE_DUE)["tests"]
    text = seen["message"]["en"]
    assert text == message if kept else text.startswith("Your code raised ")
    assert kept or "svm.py:12" in text
    assert kept or "0.5" not in text
