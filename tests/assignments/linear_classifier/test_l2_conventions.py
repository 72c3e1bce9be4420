"""The factor before reg·ΣW²: both conventions of the field, in real workers and the real suite."""

from __future__ import annotations

import pytest

from tests.assignments.linear_classifier.conftest import Grade, lost, reference_files

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


def submission(loss: float, gradient: float, *functions: str) -> dict[str, str]:
    """The reference, with these factors before L2 in the loss and gradient of `functions`."""
    files = reference_files()
    for function in functions:
        files[MODULES[function]] += CHANGED.format(function=function, loss=loss, gradient=gradient)
    return files


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
