"""From real calls of a real worker to the name of the mistake and to remarks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.model import Diagnosis, Outcome, Text, Verdict
from tests.judge.course import Course, course

SUITE = """
import time
import numpy as np
from grader.judge import undiagnosed

W = np.array([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])

def judge(check, student, reference, reg, item):
    got = student.work.loss(W, reg)
    check.close(check.pair(got)[item], reference.work.loss(W, reg)[item])

def test_loss(student, reference, check):
    judge(check, student, reference, 0.0, 0)

def test_gradient(student, reference, check):
    judge(check, student, reference, 0.0, 1)

def test_reg(student, reference, check):
    judge(check, student, reference, 0.5, 0)
    judge(check, student, reference, 0.5, 1)

@undiagnosed
def test_kink(student, reference, check):
    check.close(check.pair(student.work.loss(0 * W, 0.5))[0], 1.0)

def test_large(student, reference, check):
    check.close(student.work.total(np.ones(60_000)), 60_000)

def test_small(student, reference, check):
    X = np.ones(6)
    total = student.work.total(X)
    X += 1  # changes nothing of what was recorded
    check.close(total, 6)

def test_inspect(student, reference, check):
    total, _ = student.call_and_inspect(student.work.total, np.ones(6))
    check.close(total, 6)

def test_model(student, reference, check):
    model = student.work.Model(2.0)
    model.offset = np.ones(3)
    model.fit(np.arange(3.0))
    check.close(model.predict(np.arange(3.0)), [1.0, 3.0, 5.0])

def test_model_elsewhere(student, reference, check):
    model = student.work.Model(2.0)
    student.work.spoil(model)
    check.close(model.predict(np.arange(3.0)), [1.0, 3.0, 5.0])

def test_observed(student, check, observe):
    seen = []
    student.work.train(lambda k: seen.append(k))
    observe("work.train", seen=seen)
    seen.clear()
    check.that(False, "wrong", "неверно")

def test_observed_and_passed(student, check, observe):
    observe("work.train", seen=[2, 1, 0])

def test_observed_and_ours(student, check, observe):
    observe("work.train", seen=[2, 1, 0])
    raise RuntimeError("ours")

def test_chained(student, check):
    model = student.work.Model(2.0)
    model.itself().offset = 7.0
    check.close(model.predict(np.arange(3.0)), [0.0, 2.0, 4.0])

def test_through_a_part(student, check):
    model = student.work.Model(2.0)
    model.part.value = 7.0
    check.close(model.predict(np.arange(3.0)), [0.0, 2.0, 4.0])

def test_in_a_pair(student, check):
    model = student.work.Model(2.0)
    model.twice()[1].offset = 7.0
    check.close(model.predict(np.arange(3.0)), [0.0, 2.0, 4.0])

def test_lent(student, check):
    model = student.work.Model(2.0)
    student.work.borrow(lambda: model)
    check.close(model.predict(np.arange(3.0)), [0.0, 2.0, 4.0])

def test_callback(student, check):
    calls = []
    def f(x):
        calls.append(x)
        return x * x
    check.close(student.work.slope(f, 3.0), 6.0, rtol=1e-3)

def test_generator(student, check):
    check.close(student.work.draw(student.random_generator(5)), np.random.default_rng(5).normal())

def test_runs_away(student, check):
    check.close(student.work.forever(1.0), 2.0)

KEPT = []

def test_keeps(student, check):
    check.close(student.work.total(np.ones(6)), 6)
    KEPT.append(lambda: student.work.total(np.ones(6)))

def test_uses_what_was_kept(check):
    KEPT[0]()
"""

WORK = """
import numpy as np

def loss(W, reg):
    return np.sum(np.abs(W)) + reg * np.sum(W * W), np.sign(W) + 2 * reg * W

def total(X):
    return np.sum(X)

def train(f):
    for k in range(3):
        f(k)

def slope(f, x):
    return (f(x + 1e-4) - f(x - 1e-4)) / 2e-4

def draw(rng):
    return rng.normal()

def forever(x):
    return 2 * x

def borrow(lend):
    lend().offset = 7.0

def spoil(model):
    model.mean = 7.0

class Part: pass

class Model:
    offset = 0.0
    mean = 0.0
    def __init__(self, scale):
        self.scale = scale
        self.part = Part()
    def itself(self):
        return self
    def twice(self):
        return self, self
    def fit(self, X):
        self.mean = np.mean(X)
    def predict(self, X):
        return self.scale * (X - self.mean) + self.offset + self.mean * self.scale
"""
RIGHT = WORK


def mistake(
    name: str, functions: str, body: str, *, result: int | None = None, more: str = ""
) -> str:
    """A mistake's file, with one model three times."""
    return f"""
FUNCTIONS = [{functions}]
RESULT = {result}
TITLE = {{"en": "Title of {name}", "ru": "Название {name}"}}
HINT = {{"en": "Hint of {name}.", "ru": "Подсказка {name}."}}
CAUGHT_BY = ["suite/*"]
{more}
import numpy as np
{body}
two = one
three = one
"""


UNREGULARIZED = "def one(W, reg): return np.sum(np.abs(W)), np.sign(W) + 2 * reg * W"
NEGATED = (
    "def one(W, reg): return np.sum(np.abs(W)) + reg * np.sum(W * W), -np.sign(W) - 2 * reg * W"
)
MISTAKES = {
    "unregularized": mistake("unregularized", "'work.loss'", UNREGULARIZED, result=0),
    "negated": mistake("negated", "'work.loss'", NEGATED, result=1),
    "mean": mistake(
        "mean", "'work.total'", "def one(X): return np.mean(X)", more="TWINS = ['one_']"
    ),
    "one_": mistake("one_", "'work.total'", "def one(X): return 1.0", more="TWINS = ['mean']"),
    "first": mistake("first", "'work.slope'", "def one(f, x): return 7 * f(x)"),
    "again": mistake("again", "'work.slope'", "def one(f, x): return 7.0 * f(x) * 1.0"),
    "no_scale": mistake(
        "no_scale",
        "'work.Model.predict'",
        "def one(self, X): return X - self.mean + self.offset + self.mean * self.scale",
    ),
    "backwards": mistake(
        "backwards",
        "'work.train'",
        "def one(f): pass\ndef shows(facts): return facts['seen'] == [2, 1, 0]",
    ),
    "other_draw": mistake("other_draw", "'work.draw'", "def one(rng): return rng.normal(5.0)"),
    "endless": mistake("endless", "'work.forever'", "def one(x):\n    while True: pass"),
    "unread": mistake(
        "unread", "'work.never'", "raise ImportError('never needed')\ndef one(): pass"
    ),
}
OTHER = "\ndef never(): pass\n"


@pytest.fixture(scope="module")
def judged() -> Iterator[Course]:
    with course(SUITE, own_work=WORK + OTHER, mistakes=MISTAKES) as one:
        yield one


def wrong(*changes: tuple[str, str]) -> str:
    """The right module with `changes` replaced in it."""
    text = RIGHT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


LOSS = (" + reg * np.sum(W * W),", ",")
GRADIENT = (", np.sign(W) + 2 * reg * W", ", -(np.sign(W) + 2 * reg * W)")


def names(outcomes: dict[str, Outcome]) -> dict[str, list[str]]:
    return {
        test: [one.mistake for one in outcome.diagnosis]
        for test, outcome in outcomes.items()
        if outcome.diagnosis
    }


def test_a_right_submission_is_told_nothing(judged: Course) -> None:
    only = ("test_loss", "test_gradient", "test_reg", "test_model", "test_small", "test_callback")
    outcomes = judged.grade(work=RIGHT, only=only)
    assert {outcome.verdict for outcome in outcomes.values()} == {Verdict.PASSED}
    assert not any(outcome.diagnosis or outcome.evidence for outcome in outcomes.values())


def test_a_mistake_is_named_where_it_shows(judged: Course) -> None:
    outcomes = judged.grade(work=wrong(LOSS), only=("test_loss", "test_gradient", "test_reg"))
    assert names(outcomes) == {"test_reg": ["unregularized"]}
    assert outcomes["test_reg"].diagnosis == (
        Diagnosis("unregularized", Text("Hint of unregularized.", "Подсказка unregularized.")),
    )


def test_two_mistakes_at_once_are_two_names(judged: Course) -> None:
    outcomes = judged.grade(work=wrong(LOSS, GRADIENT), only=("test_gradient", "test_reg"))
    assert names(outcomes) == {
        "test_gradient": ["negated"],
        "test_reg": ["unregularized", "negated"],
    }
    remarks = [remark["en"] for remark in outcomes["test_reg"].evidence["remarks"]]
    assert "loss, returned value 1 of 2: right only where reg = 0." in remarks
    assert "loss, returned value 2 of 2: right, but with the opposite sign." in remarks
    assert outcomes["test_reg"].evidence["remarks"][0]["ru"].startswith("loss, возвращаемое")


def test_two_runs_find_the_same(judged: Course) -> None:
    def run() -> list[tuple[object, ...]]:
        outcomes = judged.grade(work=wrong(LOSS, GRADIENT))
        return [(one.test, one.verdict, one.diagnosis, one.evidence) for one in outcomes.values()]

    assert run() == run()


def test_twins_are_one_name(judged: Course) -> None:
    outcomes = judged.grade(work=wrong(("np.sum(X)", "1.0")), only=("test_small", "test_inspect"))
    assert names(outcomes) == {"test_small": ["mean"], "test_inspect": ["mean"]}


def test_several_candidates_are_silence(judged: Course) -> None:
    work = wrong(("(f(x + 1e-4) - f(x - 1e-4)) / 2e-4", "7 * f(x)"))
    outcome = judged.grade(work=work, only=("test_callback",))["test_callback"]
    assert outcome.verdict is Verdict.FAILED
    assert outcome.diagnosis == ()
    assert outcome.evidence["remarks"]


def test_large_arguments_are_not_recorded(judged: Course) -> None:
    outcome = judged.grade(work=wrong(("np.sum(X)", "1.0")), only=("test_large",))["test_large"]
    assert (outcome.diagnosis, outcome.evidence.get("remarks")) == ((), None)


def test_an_undiagnosed_test(judged: Course) -> None:
    work = wrong(("np.sum(np.abs(W)) + reg * np.sum(W * W)", "7.0"))
    outcome = judged.grade(work=work, only=("test_kink",))["test_kink"]
    assert outcome.verdict is Verdict.FAILED
    assert (outcome.diagnosis, outcome.evidence.get("remarks")) == ((), None)


def test_a_method_is_judged_with_the_object_s_past(judged: Course) -> None:
    work = wrong(("self.scale * (X - self.mean)", "(X - self.mean)"))
    outcomes = judged.grade(work=work, only=("test_model",))
    assert names(outcomes) == {"test_model": ["no_scale"]}


def test_an_object_that_student_code_had_in_its_hands(judged: Course) -> None:
    """Nobody knows its past: nothing is claimed, though the one call would fit."""
    work = wrong(("self.scale * (X - self.mean)", "(X - self.mean)"))
    outcome = judged.grade(work=work, only=("test_model_elsewhere",))["test_model_elsewhere"]
    assert outcome.verdict is Verdict.FAILED
    assert (outcome.diagnosis, outcome.evidence.get("remarks")) == ((), None)


@pytest.mark.parametrize(
    "test", ["test_chained", "test_through_a_part", "test_in_a_pair", "test_lent"]
)
def test_an_object_that_is_known_by_another_name(judged: Course, test: str) -> None:
    """What was done to it by that name is not in its past."""
    work = wrong(("self.scale * (X - self.mean)", "(X - self.mean)"))
    outcome = judged.grade(work=work, only=(test,))[test]
    assert outcome.verdict is Verdict.FAILED
    assert (outcome.diagnosis, outcome.evidence.get("remarks")) == ((), None)


def test_an_observation_speaks_in_failed_tests_alone(judged: Course) -> None:
    only = ("test_observed_and_passed", "test_observed_and_ours")
    outcomes = judged.grade(work=RIGHT, only=only)
    assert {one.verdict for one in outcomes.values()} == {Verdict.PASSED, Verdict.GRADER_ERROR}
    assert names(outcomes) == {}


def test_an_observation_is_a_copy_that_predicates_see(judged: Course) -> None:
    work = wrong(("range(3)", "(2, 1, 0)"))
    assert names(judged.grade(work=work, only=("test_observed",))) == {
        "test_observed": ["backwards"]
    }
    assert names(judged.grade(work=RIGHT, only=("test_observed",))) == {}


def test_models_get_the_same_random_numbers(judged: Course) -> None:
    work = wrong(("rng.normal()", "rng.normal(5.0)"))
    assert names(judged.grade(work=work, only=("test_generator",))) == {
        "test_generator": ["other_draw"]
    }


def test_a_submission_without_the_function(judged: Course) -> None:
    outcomes = judged.grade(work="", only=("test_loss", "test_model", "test_callback"))
    assert {outcome.verdict for outcome in outcomes.values()} == {Verdict.MISSING}
    assert not any(outcome.diagnosis for outcome in outcomes.values())


def test_student_code_is_not_called_when_its_test_is_over(judged: Course) -> None:
    """A suite's function that is called again by the diagnosis may hold on to the student's."""
    outcome = judged.grade(work=RIGHT, only=("test_keeps", "test_uses_what_was_kept"))[
        "test_uses_what_was_kept"
    ]
    assert outcome.verdict is Verdict.GRADER_ERROR
    assert "called the student's later" in outcome.evidence["grader"]


def test_a_model_that_runs_away_is_silence() -> None:
    """The limit is the judge's own; here it is a part of a second."""
    short = SUITE + "\nfrom grader.judge import diagnosing\ndiagnosing.CPU_SECONDS = 0.2\n"
    with course(short, own_work=WORK + OTHER, mistakes=MISTAKES) as one:
        work = wrong(("return 2 * x", "return 3 * x"), LOSS)
        outcomes = one.grade(work=work, only=("test_runs_away", "test_reg"))
        assert {outcome.verdict for outcome in outcomes.values()} == {Verdict.FAILED}
        assert not any(outcome.diagnosis for outcome in outcomes.values())
        again = one.grade(work=wrong(LOSS), only=("test_reg",))
        assert names(again) == {"test_reg": ["unregularized"]}


def test_a_file_that_cannot_be_imported_is_silence() -> None:
    broken = {
        "broken": mistake("broken", "'work.loss'", "import nothing_of_that_name\ndef one(): 1")
    }
    with course(SUITE, own_work=WORK, mistakes=broken) as one:
        outcome = one.grade(work=wrong(LOSS), only=("test_reg",))["test_reg"]
        assert (outcome.verdict, outcome.diagnosis) == (Verdict.FAILED, ())
