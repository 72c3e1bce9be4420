"""Every verdict, over real processes: what student code does becomes its verdict and no more."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from grader.model import Outcome, Verdict
from tests.judge.course import course

SUITE = """
import numpy as np
from answer import right

def test_right(student, check):
    check.close(student.work.value(1.0), right)

def test_wrong(student, check):
    check.close(student.work.value(2.0), right)

def test_partly(student, check):
    check.number(student.work.value(1.0))
    check.award(0.25, "a quarter", "четверть", points=1)

def test_awarded(student, check):
    check.award(1.0, "all", "всё")

def test_no_function(student, check):
    student.work.nowhere(1)

def test_no_module(student, check):
    student.absent.nowhere(1)

def test_no_method(student, check):
    student.work.Model().nowhere(1)

def test_stub(student, check):
    student.work.stub()

def test_stub_of_their_own(student, check):
    student.work.stub_of_their_own()

def test_divides(student, check):
    student.work.divide()

def test_exits(student, check):
    student.work.throw("SystemExit")

def test_interrupts(student, check):
    student.work.throw("KeyboardInterrupt")

def test_generator(student, check):
    student.work.throw("GeneratorExit")

def test_skips(student, check):
    student.work.skip()

def test_unspeakable(student, check):
    student.work.unspeakable()

def test_recursion(student, check):
    student.work.deeper()

def test_imitates(student, check):
    student.work.imitate()

def test_loops(student, check):
    student.work.loop()

def test_sleeps(student, check):
    student.work.sleep()

def test_leaves(student, check):
    student.work.leave()

def test_segfaults(student, check):
    student.work.segfault()

def test_kills_itself(student, check):
    student.work.kill_itself()

def test_returns_an_object(student, check):
    check.close(student.work.odd(), 1.0)

def test_returns_a_set(student, check):
    check.close(student.work.some_set(), 1.0)

def test_returns_too_much(student, check):
    check.close(student.work.far_too_much(), 1.0)

def test_returns_three(student, check):
    loss, dW = student.work.three()

def test_returns_no_pair(student, check):
    loss, dW = student.work.value(1.0)

def test_ours(student, check):
    student.work.value(1.0)
    raise KeyError("a slip of the suite's")

def test_without_data(student, cifar10, check):
    student.work.value(1.0)

def test_conventions(check, conventions, reference):
    check.close(conventions["l2_factor"], 0.5)
    check.close(reference.answer.right, 1.0)

def test_last(student, check):
    check.close(student.work.value(1.0), right)
"""

WORK = '''
import ctypes, os, signal, time
import numpy as np

class Model: pass

class MyStub(NotImplementedError):
    """Still to do."""

class Unspeakable(Exception):
    def __str__(self): raise RuntimeError("no words")

class PASSED(Exception):
    verdict, fraction = "passed", 1.0

def value(x): return x
def stub(): raise NotImplementedError("write me")
def stub_of_their_own(): raise MyStub()
def divide(): return np.ones(3) / (1 // 0)
def throw(name): raise getattr(__builtins__, name, None) or __builtins__[name]
def unspeakable(): raise Unspeakable
def deeper(): return deeper()
def imitate(): raise PASSED("1 passed in 0.01s")
def skip():
    import unittest
    raise unittest.SkipTest("not today")
def loop():
    while True: pass
def sleep(): time.sleep(1e6)
def leave(): os._exit(0)
def segfault(): ctypes.string_at(0)
def kill_itself(): os.kill(os.getpid(), signal.SIGKILL)
def odd(): return Model()
def some_set(): return {1.0}
def far_too_much(): return [0] * 2_000_000
def three(): return 1, 2, 3
'''

EXPECTED = {
    "test_right": (Verdict.PASSED, None),
    "test_wrong": (Verdict.FAILED, "loss is wrong: it is off by 1."),
    "test_partly": (Verdict.PARTIAL, "a quarter"),
    "test_awarded": (Verdict.PASSED, "all"),
    "test_no_function": (Verdict.MISSING, "work.nowhere was not found in the submission."),
    "test_no_module": (Verdict.MISSING, "absent.py was not found in the submission."),
    "test_no_method": (Verdict.MISSING, "Model.nowhere was not found in the submission."),
    "test_stub": (Verdict.NOT_IMPLEMENTED, "work.stub is not implemented yet."),
    "test_stub_of_their_own": (Verdict.NOT_IMPLEMENTED, None),
    "test_divides": (Verdict.ERROR, "work.divide raised ZeroDivisionError."),
    "test_exits": (Verdict.ERROR, "work.throw raised SystemExit."),
    "test_interrupts": (Verdict.ERROR, "work.throw raised KeyboardInterrupt."),
    "test_generator": (Verdict.ERROR, "work.throw raised GeneratorExit."),
    "test_skips": (Verdict.ERROR, "work.skip raised SkipTest."),
    "test_unspeakable": (Verdict.ERROR, "work.unspeakable raised Unspeakable."),
    "test_recursion": (Verdict.ERROR, "work.deeper raised RecursionError."),
    "test_imitates": (Verdict.ERROR, "work.imitate raised PASSED."),
    "test_loops": (Verdict.TIMEOUT, "work.loop did not finish within 0.3 s."),
    "test_sleeps": (Verdict.TIMEOUT, "work.sleep did not finish within 0.3 s."),
    "test_leaves": (Verdict.CRASHED, "The process ended in the middle of work.leave."),
    "test_segfaults": (Verdict.CRASHED, "The process ended in the middle of work.segfault."),
    "test_kills_itself": (Verdict.CRASHED, None),
    "test_returns_an_object": (
        Verdict.FAILED,
        "loss must be a number, but it is a value of type Model.",
    ),
    "test_returns_a_set": (Verdict.FAILED, "loss must be a number, but it is a value of type set."),
    "test_returns_too_much": (Verdict.FAILED, None),
    "test_returns_three": (Verdict.FAILED, "The function returned a wrong number of values."),
    "test_returns_no_pair": (Verdict.FAILED, "The function returned a wrong number of values."),
    "test_ours": (
        Verdict.GRADER_ERROR,
        "The grader failed here; this is not the student's fault.",
    ),
    "test_without_data": (Verdict.NOT_RUN, "The image data of this test is not available."),
    "test_conventions": (Verdict.PASSED, None),
    "test_last": (Verdict.PASSED, None),
}


@pytest.fixture(scope="module")
def outcomes() -> Iterator[dict[str, Outcome]]:
    with course(
        SUITE,
        modules=("work", "absent"),
        short=("test_loops", "test_sleeps"),
        reference="right = 1.0\n",
    ) as opened:
        yield opened.grade(work=WORK)


def test_every_row_comes_back(outcomes: dict[str, Outcome]) -> None:
    assert list(outcomes) == list(EXPECTED)


@pytest.mark.parametrize("test", EXPECTED)
def test_the_verdict(outcomes: dict[str, Outcome], test: str) -> None:
    verdict, words = EXPECTED[test]
    outcome = outcomes[test]
    assert outcome.verdict is verdict
    if words is not None:
        assert outcome.message is not None
        assert outcome.message.en == words
    if verdict is not Verdict.PASSED:
        assert outcome.message is not None
        assert outcome.message.ru != outcome.message.en


def test_only_what_was_earned_counts(outcomes: dict[str, Outcome]) -> None:
    for outcome in outcomes.values():
        earned = {Verdict.PASSED: 1.0, Verdict.PARTIAL: 0.25}.get(outcome.verdict, 0.0)
        assert outcome.fraction == earned


def test_an_exception_is_shown_with_the_students_own_lines(outcomes: dict[str, Outcome]) -> None:
    shown = outcomes["test_divides"].evidence["exception"]
    assert shown["type"] == "ZeroDivisionError"
    assert shown["text"] == "integer division or modulo by zero"
    assert len(shown["traceback"]) == 1
    assert shown["traceback"][0].startswith("work.py:")
    assert shown["traceback"][0].endswith("def divide(): return np.ones(3) / (1 // 0)")
    assert "RuntimeError" in outcomes["test_unspeakable"].evidence["exception"]["text"]


def test_the_input_of_the_last_call_is_kept(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["test_wrong"].evidence["input"] == {
        "call": "work.value",
        "args": [2.0],
        "kwargs": {},
    }
    assert "input" not in outcomes["test_right"].evidence


def test_a_fault_of_ours_is_shown_from_the_suites_line_on(outcomes: dict[str, Outcome]) -> None:
    """And reads the same in every run: no folder with a random name is in it."""
    words = outcomes["test_ours"].evidence["grader"]
    assert words.startswith('Traceback (most recent call last):\n  File "hidden/test_suite.py"')
    assert words.endswith('KeyError: "a slip of the suite\'s"\n')


def test_seconds_are_counted(outcomes: dict[str, Outcome]) -> None:
    assert outcomes["test_loops"].seconds >= 0.3
    assert all(np.isfinite(outcome.seconds) for outcome in outcomes.values())
