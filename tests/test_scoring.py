"""Points come from rows and outcomes alone, and the grader's own faults cost nobody any."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.assignment import Assignment, DataSpec, Limits, Part, TestRow
from grader.model import Diagnosis, Outcome, Status, Text, Verdict, Visibility
from grader.scoring import score

TEXT = Text("title", "название")
LIMITS = Limits()


def assignment(**points: list[float]) -> Assignment:
    """An assignment with parts of these points; its tests are t0, t1 …"""
    parts = tuple(
        Part(
            name,
            TEXT,
            tuple(
                TestRow(f"{name}/t{n}", name, f"t{n}", TEXT, worth, Visibility.VISIBLE, LIMITS)
                for n, worth in enumerate(worths)
            ),
        )
        for name, worths in points.items()
    )
    here = Path()
    return Assignment(
        "demo", TEXT, TEXT, ("svm.py",), LIMITS, {}, DataSpec(), None, None, None, parts, here,
        here, here, (), (), "0" * 64,
    )  # fmt: skip


def outcomes(*found: Outcome) -> dict[str, Outcome]:
    return {outcome.test: outcome for outcome in found}


def test_a_full_score() -> None:
    scored = score(
        assignment(svm=[2, 3], softmax=[5]),
        outcomes(*(Outcome(id, Verdict.PASSED) for id in ("svm/t0", "svm/t1", "softmax/t0"))),
    )
    assert (scored.status, scored.score, scored.max_score) == (Status.GRADED, 10.0, 10.0)
    assert [(part.name, part.score, part.max_score) for part in scored.parts] == [
        ("svm", 5.0, 5.0),
        ("softmax", 5.0, 5.0),
    ]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_passed_and_partial_earn(verdict: Verdict) -> None:
    """A fraction beside any other verdict is worth nothing."""
    scored = score(assignment(svm=[4]), outcomes(Outcome("svm/t0", verdict, fraction=0.5)))
    earned = {Verdict.PASSED: 4.0, Verdict.PARTIAL: 2.0}
    assert scored.tests[0].score == earned.get(verdict, 0.0)
    assert scored.tests[0].verdict is verdict


@pytest.mark.parametrize("verdict", [Verdict.GRADER_ERROR, Verdict.NOT_RUN])
def test_what_was_not_judged_withholds_the_score(verdict: Verdict) -> None:
    scored = score(
        assignment(svm=[2, 3]),
        outcomes(Outcome("svm/t0", Verdict.PASSED), Outcome("svm/t1", verdict)),
    )
    assert (scored.status, scored.score) == (Status.INCOMPLETE, None)
    assert (scored.parts[0].score, scored.parts[0].max_score) == (2.0, 5.0)


def test_a_row_without_an_outcome_is_a_grader_error() -> None:
    scored = score(assignment(svm=[2, 3]), outcomes(Outcome("svm/t0", Verdict.PASSED)))
    assert scored.tests[1].verdict is Verdict.GRADER_ERROR
    assert scored.tests[1].message is not None
    assert (scored.status, scored.score) == (Status.INCOMPLETE, None)


@pytest.mark.parametrize("fraction", [-0.1, 1.1, float("nan"), float("inf")])
def test_an_impossible_share_is_a_grader_error(fraction: float) -> None:
    scored = score(assignment(svm=[2]), outcomes(Outcome("svm/t0", Verdict.PARTIAL, fraction)))
    assert scored.tests[0].verdict is Verdict.GRADER_ERROR
    assert scored.score is None


def test_an_outcome_without_a_row_earns_nothing() -> None:
    """The tests are those of the assignment, whatever else is claimed to have passed."""
    scored = score(
        assignment(svm=[2]),
        outcomes(Outcome("svm/t0", Verdict.FAILED), Outcome("svm/forged", Verdict.PASSED)),
    )
    assert [test.id for test in scored.tests] == ["svm/t0"]
    assert scored.score == 0.0


def test_what_the_judge_found_is_kept() -> None:
    found = Outcome(
        "svm/t0",
        Verdict.FAILED,
        message=Text("wrong", "неверно"),
        diagnosis=(Diagnosis("no_regularisation", TEXT),),
        evidence={"shape": [3]},
    )
    (test,) = score(assignment(svm=[2]), outcomes(found)).tests
    assert (test.message, test.diagnosis, test.evidence) == (
        found.message,
        found.diagnosis,
        found.evidence,
    )


def test_six_significant_digits() -> None:
    scored = score(
        assignment(svm=[1, 1, 1]),
        outcomes(*(Outcome(f"svm/t{n}", Verdict.PARTIAL, 1 / 3) for n in range(3))),
    )
    assert [test.score for test in scored.tests] == [0.333333] * 3
    assert scored.score == scored.parts[0].score == 0.999999


@given(
    st.lists(
        st.tuples(
            st.floats(0.01, 100), st.floats(0, 1), st.sampled_from([v for v in Verdict if v.judged])
        ),
        min_size=1,
    )
)
def test_scores_stay_in_range(rows: list[tuple[float, float, Verdict]]) -> None:
    scored = score(
        assignment(svm=[points for points, _, _ in rows]),
        outcomes(*(Outcome(f"svm/t{n}", row[2], row[1]) for n, row in enumerate(rows))),
    )
    assert scored.score is not None
    assert 0.0 <= scored.score <= scored.max_score
    assert scored.score == scored.parts[0].score
