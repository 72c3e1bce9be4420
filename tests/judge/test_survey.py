"""In a survey a test goes on after a failed check, and notes every one of them."""

import pytest

from grader.model import FailedCheck, Verdict
from tests.judge.course import course

SUITE = """
import numpy as np
from grader.judge.endings import StudentFailure


def compare(check, value):
    check.close(
        value,
        1.0,
        atol=0.01,
        rtol=0,
    )


def test_two(student, check):
    value = student.work.one()
    compare(check, value)
    check.that(value < 2, en="large", ru="велико")


def test_given_back(student, check):
    value = check.array(student.work.text(), (2,))
    check.that(value == "text", en="other", ru="иное")


def test_inner(student, check):
    check.close(student.work.text(), np.ones(2))


def test_loop(student, check):
    for wanted in (1.0, 2.0, 3.0):
        check.close(student.work.one(), wanted, atol=0.01)


def test_awarded(student, check):
    check.award(0.5, en="half", ru="половина")


def test_right(student, check):
    check.number(student.work.one())
"""
CHECKS = frozenset({"checks"})
WORK = """
def one(): return 3.0
def text(): return "text"
"""


@pytest.fixture(scope="module")
def outcomes():
    with course(SUITE, survey=CHECKS) as opened:
        return opened.grade(work=WORK)


def lines(outcome):
    return [failed.line for failed in outcome.failed_checks]


def test_every_failed_check_is_noted_with_its_line(outcomes):
    assert lines(outcomes["test_two"]) == [7, 18]
    assert outcomes["test_two"].failed_checks[0] == FailedCheck("test_suite.py", 7, True)


def test_the_verdict_is_that_of_the_first(outcomes):
    assert outcomes["test_two"].verdict is Verdict.FAILED
    assert "off by 2" in outcomes["test_two"].message.en


def test_a_failed_conversion_gives_the_value_back(outcomes):
    assert lines(outcomes["test_given_back"]) == [22]


def test_a_check_within_a_check_counts_once(outcomes):
    assert len(outcomes["test_inner"].failed_checks) == 1


def test_each_failure_in_a_loop_tells_whether_it_is_within_a_thousand_tolerances(outcomes):
    assert [failed.soft for failed in outcomes["test_loop"].failed_checks] == [True, True]


def test_a_part_of_the_points_is_a_failed_check_too(outcomes):
    assert outcomes["test_awarded"].verdict is Verdict.PARTIAL
    assert len(outcomes["test_awarded"].failed_checks) == 1


def test_what_passes_notes_nothing(outcomes):
    assert outcomes["test_right"].verdict is Verdict.PASSED
    assert outcomes["test_right"].failed_checks == ()


def test_without_a_survey_the_first_failure_ends_the_test():
    with course(SUITE) as opened:
        outcome = opened.grade(only=("test_two",), work=WORK)["test_two"]
    assert outcome.failed_checks == ()
