"""What the numbers tell by themselves, in both languages, without an input or an expected value."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.diagnosis import Record
from grader.diagnosis.explanations import EXPLANATIONS
from tests.diagnosis.course import RIGHT, found, losses, remarks

TEST = "part/test_loss"
GRADIENT = "loss, returned value 2 of 2: "


def with_gradient(change: Callable[[np.ndarray], Any]) -> Callable[..., Any]:
    """The right loss, and a changed gradient."""

    def function(W: Any, X: Any, reg: float) -> Any:
        loss, dW = RIGHT.loss(W, X, reg)
        return loss, change(dW)

    return function


def only_first(dW: np.ndarray, *, rows: bool = False) -> np.ndarray:
    wrong = 3 * dW + 1
    if rows:
        wrong[0] = dW[0]
    else:
        wrong[:, 0] = dW[:, 0]
    return wrong


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda dW: dW.T, "transposed: rows and columns are exchanged"),
        (lambda dW: dW[:2], "shape (2, 3) instead of shape (4, 3)"),
        (np.sum, "a number instead of shape (4, 3)"),
        (lambda dW: dW * np.nan, "NaN or inf where a finite number is expected"),
        (lambda dW: (10 * dW).astype(int), "whole numbers (int64) where fractions are expected"),
        (np.zeros_like, "all zeros"),
        (lambda dW: -dW, "right, but with the opposite sign"),
        (lambda dW: 2 * dW, "right up to a constant factor of 2"),
        (lambda dW: dW / 3, "right up to a constant factor of 0.3333"),
        (lambda dW: dW - 0.25, "off by a constant: -0.25 everywhere"),
        (only_first, "right only in the first column (the first class)"),
        (lambda dW: only_first(dW, rows=True), "right only in the first row"),
    ],
)
def test_an_explanation(change: Callable[[np.ndarray], Any], words: str) -> None:
    told = remarks(found(losses(with_gradient(change), 0.0, 0.5)))[TEST]
    assert told[0] == f"{GRADIENT}{words}."
    assert all(remark.startswith(GRADIENT) for remark in told)


def test_there_is_a_test_of_every_explanation() -> None:
    assert len(EXPLANATIONS) == 9, "one that is new needs a case here"


def test_a_shape_is_that_of_the_test_itself() -> None:
    """Another test's shape would say something of its input; and it would mislead."""
    W, X = np.ones((7, 2)), np.ones((5, 7))
    flat, negative = with_gradient(np.ravel), with_gradient(lambda dW: -dW)
    other = Record("part/test_flat", "work.loss", (W, X, 0.5), value=flat(W, X, 0.5))
    told = remarks(found([other, *losses(flat, 0.5), *losses(negative, 0.7, test="part/sign")]))
    assert told["part/test_flat"] == [f"{GRADIENT}shape (14,) instead of shape (7, 2)."]
    assert told[TEST] == [f"{GRADIENT}shape (12,) instead of shape (4, 3)."]
    assert told["part/sign"][0] == f"{GRADIENT}right, but with the opposite sign."


def test_right_only_without_regularization() -> None:
    def unregularized(W: Any, X: Any, reg: float) -> Any:
        return RIGHT.loss(W, X, 0.0)[0], RIGHT.loss(W, X, reg)[1]

    told = remarks(found(losses(unregularized, 0.0, 0.5, 0.7)))[TEST]
    assert told[0] == "loss, returned value 1 of 2: right only where reg = 0."
    assert not any("reg = 0" in one for one in remarks(found(losses(unregularized, 0.5)))[TEST])


def test_not_finite_only_where_numbers_are_large() -> None:
    def overflows(W: Any, X: Any, reg: float) -> Any:
        loss, dW = RIGHT.loss(W, X, reg)
        return (np.nan if np.max(np.abs(X)) > 100 else loss), dW

    W, X = np.ones((2, 2)), np.ones((3, 2))
    sizes = (1.0, 1000.0)
    calls = [
        Record(TEST, "work.loss", (W, X * size, 0.0), value=overflows(W, X * size, 0.0))
        for size in sizes
    ]
    (told,) = remarks(found(calls))[TEST]
    assert told.endswith("NaN or inf, but only where the numbers (scores) are large.")


def test_not_finite_is_said_only_of_a_test_that_had_it() -> None:
    """A remark must be true of its test, and tell nothing of another one's."""
    broken, wrong = with_gradient(lambda dW: dW * np.nan), with_gradient(lambda dW: dW**2 + 7)
    calls = [*losses(broken, 0.5), *losses(wrong, 0.7, test="part/test_wrong")]
    told = remarks(found(calls))
    assert "NaN" in told[TEST][0]
    assert not any("NaN" in one for one in told["part/test_wrong"])


def test_a_factor_that_rounds_to_1_is_none() -> None:
    told = remarks(found(losses(with_gradient(lambda dW: dW * 1.00013), 0.5)))[TEST]
    assert not any("factor" in one for one in told)


def test_the_largest_relative_error_is_of_the_test_itself() -> None:
    def off(W: Any, X: Any, reg: float) -> Any:
        loss, dW = RIGHT.loss(W, X, reg)
        return loss * (1 + reg / 10) ** 2, dW

    told = remarks(
        found([*losses(off, 0.1, 1.0), *losses(off, 2.0, test="part/test_worse", seed=1)])
    )
    assert told[TEST] == ["loss, returned value 1 of 2: the largest relative error is 0.17."]
    assert told["part/test_worse"][0].endswith("relative error is 0.31.")


def test_a_single_number_proves_no_factor_and_no_offset() -> None:
    doubled = losses(
        lambda W, X, reg: (2 * RIGHT.loss(W, X, reg)[0], RIGHT.loss(W, X, reg)[1]), 0.5
    )
    (told,) = remarks(found(doubled))[TEST]
    assert told.endswith("the largest relative error is 0.5.")


def test_an_explanation_must_fit_every_call() -> None:
    records = [
        *losses(with_gradient(lambda dW: 2 * dW), 0.5),
        *losses(with_gradient(lambda dW: dW), 0.7, test="part/test_passed"),
    ]
    assert not any("factor" in one for one in remarks(found(records))[TEST])


def test_tests_without_a_wrong_call_have_no_remark() -> None:
    records = [
        *losses(with_gradient(lambda dW: -dW), 0.5),
        *losses(with_gradient(lambda dW: dW), 0.7, test="part/test_other"),
    ]
    assert list(remarks(found(records))) == [TEST]


def test_other_things_than_numbers_have_no_remark() -> None:
    assert remarks(found(losses(with_gradient(lambda dW: "text"), 0.5))) == {}
    assert remarks(found(losses(lambda W, X, reg: None, 0.5))) == {}


def test_a_whole_value_is_called_by_its_function() -> None:
    source = "def area(r): return 3.0 * r * r\n"
    records = [Record(TEST, "work.area", (r,), value=-3.0 * r * r) for r in (1.0, 2.0)]
    assert remarks(found(records, source=source))[TEST] == [
        "area: right, but with the opposite sign.",
        "area: the largest relative error is 2.",
    ]


def test_labels_are_whole_numbers_as_they_should_be() -> None:
    source = "def predict(n): return list(range(n))\n"
    records = [Record(TEST, "work.predict", (n,), value=[k + 1 for k in range(n)]) for n in (3, 5)]
    assert remarks(found(records, source=source))[TEST][0] == (
        "predict: off by a constant: +1 everywhere."
    )


def test_both_languages_say_it() -> None:
    finding = found(losses(with_gradient(lambda dW: 2 * dW), 0.5))[TEST]
    assert [remark.ru for remark in finding.remarks] == [
        "loss, возвращаемое значение 2 из 2: верно с точностью до постоянного множителя 2.",
        "loss, возвращаемое значение 2 из 2: наибольшая относительная ошибка 0.5.",
    ]
