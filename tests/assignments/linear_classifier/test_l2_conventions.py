"""The factor before reg·ΣW²: both conventions of the field, in real workers and the real suite."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.judge.client import Judge
from grader.model import Outcome, SourceFile, Submission, Verdict
from grader.pipeline import setup_for
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.process import ProcessSandbox

ROOT = Path(__file__).parents[3]
ASSIGNMENT = load_assignment(ROOT / "assignments/linear_classifier")
REFERENCE = ROOT / "reference/linear_classifier"
TESTS = [row.id for row in ASSIGNMENT.tests if not row.id.startswith("accuracy/")]
MODULES = {
    "svm_loss_naive": "linear_svm.py",
    "svm_loss_vectorized": "linear_svm.py",
    "softmax_loss_naive": "softmax.py",
    "softmax_loss_vectorized": "softmax.py",
}
REGULARIZATION = {
    "svm_loss_naive": "svm/test_naive_regularization",
    "svm_loss_vectorized": "svm/test_vectorized_regularization",
    "softmax_loss_naive": "softmax/test_naive_regularization",
    "softmax_loss_vectorized": "softmax/test_vectorized_regularization",
}
CHANGED = """

def _change(function):
    def changed(W, X, y, reg):
        loss, dW = function(W, X, y, 0.0)
        return loss + {loss} * reg * np.sum(W * W), dW + {gradient} * 2 * reg * W
    return changed

{function} = _change({function})
"""
Grade = Callable[..., dict[str, Outcome]]


@pytest.fixture(scope="module")
def grade() -> Iterator[Grade]:
    """The outcomes of these modules under a setting of `l2_factor`."""
    with contextlib.ExitStack() as stack:
        sandbox = ProcessSandbox()
        stack.callback(sandbox.close)
        judges: dict[object, Judge] = {}

        def judge(l2_factor: object) -> Judge:
            if l2_factor not in judges:
                lane = sandbox.open_lane(WorkerLimits())
                stack.callback(lane.close)
                conventions = {**ASSIGNMENT.conventions, "l2_factor": l2_factor}
                setup = setup_for(replace(ASSIGNMENT, conventions=conventions), None)
                judges[l2_factor] = Judge(lane, setup)
                stack.callback(judges[l2_factor].close)
            return judges[l2_factor]

        def run(
            l2_factor: object, modules: dict[str, str], tests: Sequence[str] = TESTS
        ) -> dict[str, Outcome]:
            files = tuple(SourceFile(name, text.encode()) for name, text in modules.items())
            seeds = {test: zlib.crc32(test.encode()) for test in tests}
            outcomes = judge(l2_factor).grade(Submission("student", files, "0" * 64), seeds, 7)
            return {outcome.test: outcome for outcome in outcomes}

        yield run


def submission(loss: float, gradient: float, *functions: str) -> dict[str, str]:
    """The reference, with these factors before L2 in the loss and gradient of `functions`."""
    files = {path.name: path.read_text() for path in REFERENCE.glob("*.py")}
    for function in functions:
        files[MODULES[function]] += CHANGED.format(function=function, loss=loss, gradient=gradient)
    return files


def lost(outcomes: dict[str, Outcome]) -> dict[str, str]:
    """The messages of the tests that were not passed."""
    return {
        test: outcome.message.en if outcome.message else ""
        for test, outcome in outcomes.items()
        if outcome.verdict is not Verdict.PASSED
    }


@pytest.mark.parametrize("factor", [1.0, 0.5])
def test_either_accepts_both_conventions(grade: Grade, factor: float) -> None:
    assert lost(grade("either", submission(factor, factor, *MODULES))) == {}


def test_either_accepts_one_in_each_function(grade: Grade) -> None:
    """Each function is judged by itself."""
    files = submission(0.5, 0.5, "svm_loss_naive", "softmax_loss_vectorized")
    assert lost(grade("either", files)) == {}


@pytest.mark.parametrize("l2_factor", [1, 0.5])
def test_the_convention_that_is_set(grade: Grade, l2_factor: float) -> None:
    assert lost(grade(l2_factor, submission(l2_factor, l2_factor, *MODULES))) == {}


TERMS = {1: ("reg·ΣW²", "2·reg·W"), 0.5: ("0.5·reg·ΣW²", "reg·W")}


@pytest.mark.parametrize(("l2_factor", "other"), [(1, 0.5), (0.5, 1)])
def test_the_other_one_costs_only_the_tests_of_regularization(
    grade: Grade, l2_factor: float, other: float
) -> None:
    (wanted, dW), (used, _) = TERMS[l2_factor], TERMS[other]
    said = (
        f"Your loss and gradient agree with each other, but they use {used}, and this assignment "
        f"uses {wanted} with the gradient {dW}."
    )
    outcomes = grade(l2_factor, submission(other, other, *MODULES))
    assert lost(outcomes) == dict.fromkeys(REGULARIZATION.values(), said)


@pytest.mark.parametrize(
    ("function", "l2_factor", "loss", "gradient", "wanted"),
    [
        ("svm_loss_naive", "either", 1, 0.5, 1),
        ("softmax_loss_vectorized", "either", 0.5, 1, 0.5),
        ("softmax_loss_naive", 1, 0.5, 1, 1),
        ("svm_loss_vectorized", 0.5, 1, 0.5, 0.5),
    ],
)
def test_an_inconsistent_pair_costs_only_its_own_test(
    grade: Grade, function: str, l2_factor: object, loss: float, gradient: float, wanted: float
) -> None:
    rest = [name for name in MODULES if name != function]
    right = 1.0 if l2_factor == "either" else float(str(l2_factor))
    files = submission(right, right, *rest)
    files[MODULES[function]] += CHANGED.format(function=function, loss=loss, gradient=gradient)
    outcomes = grade(l2_factor, files)
    said = (
        f"The loss uses {TERMS[loss][0]}, but the gradient belongs to {TERMS[gradient][0]}. "
        f"The gradient of {TERMS[wanted][0]} is {TERMS[wanted][1]}."
    )
    assert lost(outcomes) == {REGULARIZATION[function]: said}


def test_it_is_said_in_russian(grade: Grade) -> None:
    test = REGULARIZATION["svm_loss_naive"]
    outcome = grade("either", submission(1, 0.5, *MODULES), [test])[test]
    assert outcome.message is not None
    assert outcome.message.ru == (
        "В потерях стоит reg·ΣW², а градиент взят от 0.5·reg·ΣW². Градиент reg·ΣW² равен 2·reg·W."
    )


@pytest.mark.parametrize(
    ("loss", "gradient", "said"),
    [
        (1, 0, "regularization gradient is wrong"),
        (0, 1, "regularization loss is wrong"),
        (0, 0, "regularization loss is wrong"),
        (2, 2, "regularization loss is wrong"),
        (0.5, 0, "regularization gradient is wrong"),
    ],
)
def test_other_factors_are_wrong_in_plain_words(
    grade: Grade, loss: float, gradient: float, said: str
) -> None:
    """Only a right convention is called one."""
    test = REGULARIZATION["svm_loss_naive"]
    files = submission(loss, gradient, "svm_loss_naive")
    assert lost(grade("either", files, [test]))[test].startswith(said)
