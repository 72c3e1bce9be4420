"""From answers.yaml to an outcome for each question, and what its student may see of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.assignment import Assignment
from grader.model import Outcome, Phase, SourceFile, Submission, Text, Verdict
from grader.pipeline import Grading, grade_one, seeds, setup_for
from grader.questions import answered
from grader.reports import native
from grader.reports.student import student_view
from tests.executors import demo
from tests.questions.conftest import PATIENT, RIGHT, load_questions, with_questions

HandIn = Callable[..., Submission]
EVERY = ["slope", "step", "sizes", "chain", "views"]


class FakeJudge:
    """Passes every test of the suite, and remembers what it was handed."""

    submission: Submission | None = None

    def grade(self, submission: Submission, seeds: dict[str, int], *_: object) -> list[Outcome]:
        self.submission = submission
        return [Outcome(test, Verdict.PASSED, 1.0) for test in seeds]


def verdicts(assignment: Assignment, submission: Submission) -> dict[str, str]:
    return {
        outcome.test.removeprefix("questions/"): outcome.verdict.value
        for outcome in answered(assignment, submission)
    }


def test_right_answers_pass_with_their_explanation(assignment: Assignment, hand_in: HandIn) -> None:
    outcomes = answered(assignment, hand_in(RIGHT))
    assert [outcome.test for outcome in outcomes] == [f"questions/{name}" for name in EVERY]
    assert {outcome.verdict for outcome in outcomes} == {Verdict.PASSED}
    assert outcomes[0].message == Text("It falls.", "Она убывает.")
    assert not any(outcome.diagnosis for outcome in outcomes)


def test_wrong_answers_are_explained_and_the_right_one_is_not_told(
    assignment: Assignment, hand_in: HandIn
) -> None:
    text = "slope: 2,5\nstep: no\nsizes: [a, b]\nchain: [a, b, d, c]\nviews: {one: c, two: b}\n"
    slope, step, sizes, chain, views = answered(assignment, hand_in(text))
    assert [one.verdict for one in (slope, step, sizes)] == [Verdict.FAILED] * 3
    assert (chain.verdict, chain.fraction) == (Verdict.PARTIAL, pytest.approx(2 / 3))
    assert (views.verdict, views.fraction) == (Verdict.PARTIAL, pytest.approx(1 / 3))
    assert slope.message == Text(
        "The answer was read as 2.5; that is not right.",
        "Ответ прочитан как 2.5; это неверно.",
    )
    assert [(one.mistake, one.hint.ru) for one in (*slope.diagnosis, *step.diagnosis)] == [
        ("slope.2.5", "Знак!"),
        ("step.no", "Двигайтесь!"),
    ]
    assert [one.hint.en for one in chain.diagnosis] == ["Scores first."]


@pytest.mark.parametrize(
    ("answers", "verdict", "words"),
    [
        (None, "missing", "There is no answers.yaml"),
        ("", "missing", "has no answer called"),
        ("slope: 1\n\tstep: b\n", "error", "line 2: is not YAML"),
        ("slope: *x\n", "error", "answers.yaml"),
    ],
)
def test_a_file_that_is_not_there_or_broken(
    assignment: Assignment, hand_in: HandIn, answers: str | None, verdict: str, words: str
) -> None:
    outcomes = answered(assignment, hand_in(answers))
    assert [outcome.verdict.value for outcome in outcomes] == [verdict] * 5
    for outcome in outcomes:
        assert outcome.message is not None
        assert words in outcome.message.en
        assert "answers.yaml" in outcome.message.ru


def test_one_answer_that_cannot_be_read_costs_no_other(
    assignment: Assignment, hand_in: HandIn
) -> None:
    text = RIGHT.replace("-2.5", "ln 10").replace("step: b", "step:") + "sizes: a\n"
    assert verdicts(assignment, hand_in(text)) == {
        "slope": "error",
        "step": "not_implemented",
        "sizes": "error",
        "chain": "passed",
        "views": "passed",
    }


def test_a_misspelt_name_is_named(assignment: Assignment, hand_in: HandIn) -> None:
    _, step, *_ = answered(assignment, hand_in(RIGHT.replace("step", "stepp")))
    assert step.verdict is Verdict.MISSING
    assert step.message is not None
    assert "is stepp meant?" in step.message.en
    assert "может быть, это stepp?" in step.message.ru


def test_answers_count_in_the_first_attempts_only(assignment: Assignment, hand_in: HandIn) -> None:
    assert set(verdicts(assignment, hand_in(RIGHT, attempt=2)).values()) == {"passed"}
    late = answered(assignment, hand_in(RIGHT, attempt=3))
    assert {outcome.verdict for outcome in late} == {Verdict.FAILED}
    assert late[0].message is not None
    assert "first 2 attempts, and this is attempt 3" in late[0].message.en
    assert "3-я" in late[0].message.ru
    assert not any(outcome.diagnosis for outcome in late)


def test_an_assignment_without_questions_has_no_outcomes(hand_in: HandIn) -> None:
    assert answered(demo.assignment(), hand_in(RIGHT)) == ()


@PATIENT
@given(st.binary(max_size=120))
def test_any_file_gives_each_question_a_verdict(content: bytes) -> None:
    """Nothing that a student writes is the grader's error."""
    submission = Submission("x", (SourceFile("answers.yaml", content),), "0" * 64)
    outcomes = answered(with_questions(load_questions()), submission)
    assert [outcome.test for outcome in outcomes] == [f"questions/{name}" for name in EVERY]
    assert all(outcome.verdict.judged and outcome.message for outcome in outcomes)


class TestInAReport:
    def graded(self, grading: Grading, submission: Submission) -> tuple[FakeJudge, object]:
        judge = FakeJudge()
        seen: list[str] = []
        report = grade_one(grading, judge, submission, seen.append)  # type: ignore[arg-type]
        assert seen == [test.id for test in report.tests if test.id.startswith("questions/")]
        return judge, report

    def test_questions_are_tests_like_others(self, assignment: Assignment, hand_in: HandIn) -> None:
        submission = hand_in(RIGHT.replace("chain: [b, a", "chain: [a, b"))
        _, report = self.graded(demo.grading(assignment=assignment), submission)
        assert (report.score, report.max_score) == (16.0, 17.0)  # type: ignore[attr-defined]
        assert native.from_json(native.to_json(report)).parts[-1].score == 7.0  # type: ignore

    def test_answers_never_enter_the_worker_or_the_judge(
        self, assignment: Assignment, hand_in: HandIn
    ) -> None:
        judge, report = self.graded(demo.grading(assignment=assignment), hand_in(RIGHT))
        assert judge.submission is not None
        assert [file.path for file in judge.submission.files] == ["svm.py"]
        assert report.submission.files == ("answers.yaml", "svm.py")  # type: ignore[attr-defined]

    def test_the_judge_is_told_of_its_own_tests_only(self, assignment: Assignment) -> None:
        grading = demo.grading(assignment=assignment)
        suite = ["svm/test_a", "svm/test_b", "softmax/test_a"]
        assert list(setup_for(assignment, None).tests) == suite
        assert list(seeds(grading, demo.submission())) == suite

    def test_the_references_answers_are_no_module(self, assignment: Assignment) -> None:
        """The judge imports what it gets of the reference."""
        reference = (SourceFile("answers.yaml", b"step: b\n"), *assignment.reference)
        changed = dataclasses.replace(assignment, reference=reference)
        assert setup_for(changed, None).reference == setup_for(assignment, None).reference

    def test_one_question_alone_can_be_replayed(
        self, assignment: Assignment, hand_in: HandIn
    ) -> None:
        only = demo.grading(assignment=assignment, tests=frozenset({"questions/step"}))
        judge = FakeJudge()
        report = grade_one(only, judge, hand_in(RIGHT))  # type: ignore[arg-type]
        assert judge.submission is None  # a judge refuses a job without tests
        passed = [test.id for test in report.tests if test.verdict is Verdict.PASSED]
        assert passed == ["questions/step"]

    def test_the_right_answer_is_shown_after_release_only(
        self, assignment: Assignment, hand_in: HandIn
    ) -> None:
        text = "slope: 99\nstep: a\nsizes: [b]\nchain: [c, d, a, b]\nviews: {one: a}\n"
        grading = demo.grading(assignment=assignment)
        report = grade_one(grading, FakeJudge(), hand_in(text))  # type: ignore[arg-type]
        for phase in Phase:
            view = student_view(report, phase)
            tests = {test["id"]: test for test in view["tests"]}
            step = tests["questions/step"]
            assert step["diagnosis"][0]["hint"]["en"] == "That climbs."
            assert ("questions/views" in tests) == (phase is not Phase.BEFORE_DUE)
            late = phase is Phase.AFTER_RELEASE
            assert (step["evidence"] == {}) != late
            assert ("Against the gradient." in native.dumps(view)) == late
        assert step["evidence"] == {
            "expected": "b",
            "actual": "a",
            "explanation": {"en": "Against the gradient.", "ru": "Против градиента."},
        }
