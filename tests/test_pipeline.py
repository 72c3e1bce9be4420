"""From a submission to its report: the report's parts, its seeds, and the ways without a score."""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
from datetime import datetime

import pytest

from grader import language
from grader.errors import InfrastructureError
from grader.judge.client import Judge
from grader.language import gettext as _
from grader.model import Identity, Rejected, Report, Status, Text, Verdict
from grader.pipeline import SCHEMA, Grading, give_up, grade_one, reject, secret, seeds, setup_for
from grader.sandbox.contract import WorkerLimits
from tests.executors.demo import OUTCOMES, Sandbox, assignment, grading, submission

TESTS = ["svm/test_a", "svm/test_b", "softmax/test_a"]


def graded(outcomes: dict[str, dict[str, object]], common: Grading | None = None) -> Report:
    """The report when the judge finds `outcomes`."""
    common = common or grading()
    lane = Sandbox({"outcomes": outcomes}).open_lane(WorkerLimits())
    judge = Judge(lane, setup_for(common.assignment, None))
    try:
        return grade_one(common, judge, submission())
    finally:
        judge.close()
        lane.close()


class TestReport:
    def test_it_holds_what_was_found(self) -> None:
        report = graded(OUTCOMES)
        assert report.schema == SCHEMA
        assert (report.status, report.score, report.max_score) == (Status.GRADED, 3.0, 9.0)
        assert report.reason is None
        assert [test.id for test in report.tests] == TESTS
        assert [(part.name, part.score, part.max_score) for part in report.parts] == [
            ("svm", 3.0, 6.0),
            ("softmax", 0.0, 3.0),
        ]
        assert report.data == {"cifar10": "synthetic"}
        assert report.assignment.sha256 == "a" * 64
        assert report.submission.files == ("svm.py",)

    def test_what_may_differ_between_two_runs_is_kept_apart(self) -> None:
        volatile = graded(OUTCOMES).volatile
        assert volatile.stdout == {"softmax/test_a": "printed\n"}
        assert volatile.seconds == dict.fromkeys(TESTS, 0.0)
        started, finished = map(datetime.fromisoformat, (volatile.started_at, volatile.finished_at))
        assert started <= finished
        assert started.tzinfo is not None

    @pytest.mark.parametrize("verdict", ["not_run", "grader_error"])
    def test_a_test_that_was_not_judged_withholds_the_score(self, verdict: str) -> None:
        report = graded({**OUTCOMES, "svm/test_b": {"verdict": verdict}})
        assert (report.status, report.score) == (Status.INCOMPLETE, None)
        assert report.reason is not None
        assert report.reason.en.startswith("1 of 3 tests could not be judged")
        assert report.reason.ru.startswith("Не удалось проверить тестов: 1 из 3")

    def test_one_test_alone(self) -> None:
        """Replayed: only that one is run, on the numbers that it had."""
        alone = grading(tests=frozenset({"svm/test_b"}))
        report = graded(OUTCOMES, alone)
        verdicts = {test.id: test.verdict for test in report.tests}
        assert verdicts["svm/test_b"] is Verdict.PARTIAL
        assert list(report.volatile.seconds) == ["svm/test_b"]
        assert report.score is None


class TestWithoutAScore:
    def test_a_refused_submission_has_a_reason(self) -> None:
        reason = Text("links are not allowed", "ссылки не допускаются")
        report = reject(grading(), Rejected("petrov", reason, Identity(name="Пётр")))
        assert (report.status, report.score, report.reason) == (Status.REJECTED, None, reason)
        assert (report.tests, report.parts) == ((), ())
        assert report.max_score == 9.0
        assert report.submission.id == "petrov"
        assert report.submission.identity.name == "Пётр"
        assert report.submission.sha256 is None

    def test_one_that_could_not_be_judged_has_every_test_and_no_points(self) -> None:
        error = InfrastructureError("the judge failed", hint="its last words")
        report = give_up(grading(), submission(), error)
        assert (report.status, report.score) == (Status.INCOMPLETE, None)
        assert [test.id for test in report.tests] == TESTS
        for test in report.tests:
            assert test.verdict is Verdict.GRADER_ERROR
            assert test.message == Text(
                "The grader failed: the judge failed",
                "Отказала система проверки: the judge failed",
            )
            assert test.evidence == {"grader": "its last words"}

    def test_why_it_could_not_is_told_in_both_languages(self) -> None:
        """A report does not depend on the language of the program that wrote it."""
        error = InfrastructureError(
            _("{path}: cannot be written: {error}.").format(path="/out", error="full"),
            hint=_("grade the submission again"),
        )
        language.use("ru")
        try:
            test = give_up(grading(), submission(), error).tests[0]
        finally:
            language.use("en")
        assert test.message == Text(
            "The grader failed: /out: cannot be written: full.",
            "Отказала система проверки: /out: не удалось записать: full.",
        )
        assert test.evidence == {"grader": "grade the submission again"}


class TestSeeds:
    """Each test's random numbers belong to course, assignment, submission and test."""

    def test_they_are_what_they_have_always_been(self) -> None:
        """Or no earlier report could be replayed."""
        found = seeds(grading(), submission())
        assert list(found) == TESTS
        text = "demo\0" + "0" * 64 + "\0svm/test_a"
        digest = hmac.new(b"k" * 32, text.encode(), hashlib.sha256).digest()
        assert found["svm/test_a"] == int.from_bytes(digest[:8], "big") // 2
        assert found["svm/test_a"] == 4818192447110548390
        assert secret(grading(), submission()) == 8368806888262704056

    def test_everything_that_they_depend_on_changes_all(self) -> None:
        renamed = dataclasses.replace(assignment(), name="other")
        variants = [
            (grading(), submission()),
            (grading(course_key=b"another key"), submission()),
            (grading(), submission(sha256="1" * 64)),
            (grading(assignment=renamed), submission()),
        ]
        found = [seed for one in variants for seed in (*seeds(*one).values(), secret(*one))]
        assert len(set(found)) == 4 * 4
        assert all(0 <= seed < 2**63 for seed in found)

    def test_neither_name_nor_attempt_does(self) -> None:
        """The same files get the same tests, whoever hands them in."""
        assert seeds(grading(), submission("petrov")) == seeds(grading(), submission("ivanova"))

    def test_one_test_alone_has_the_seed_that_it_has_among_all(self) -> None:
        alone = seeds(grading(tests=frozenset({"svm/test_b"})), submission())
        assert alone == {"svm/test_b": seeds(grading(), submission())["svm/test_b"]}


def test_the_judge_is_told_what_it_needs_of_the_assignment() -> None:
    setup = setup_for(assignment(), {"train": 5})
    assert setup.modules == ("svm", "softmax")
    assert setup.hidden == (("test_svm.py", b"hidden"),)
    assert setup.reference == (("svm.py", b"reference"),)
    assert setup.tests == {test: {"call_seconds": 2.0, "test_seconds": 5.0} for test in TESTS}
    assert setup.limits["output_bytes"] == 3 * 1024
    assert setup.limits["submission_seconds"] == 20.0
    assert setup.data == {"train": 5}
