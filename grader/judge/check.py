"""The one strict comparator of hidden suites: type, shape, dtype kind, where finite, tolerance.

Its normalisations, and no others:

- a number may come as a Python or NumPy scalar, a 0-d array or an array of size 1;
- an array may come as a list or tuple of numbers, in any memory order, as float32 or integers;
- labels may come as any real dtype with integral values.

Booleans, strings, complex numbers and objects are never numbers. Every method returns the
normalised value or ends the test with a message in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.judge.endings import Passed, StudentFailure
from grader.judge.evidence import plain
from grader.judge.numeric import (
    A_NUMBER,
    A_SEQUENCE,
    AN_ARRAY,
    numeric,
    unexpected,
    without_dimensions,
)
from grader.judge.words import describe

Array = np.ndarray
RTOL, ATOL = 1e-6, 1e-8
"""The tolerances of `Check.close` where a test names no others."""


class Check:
    """The `check` fixture."""

    def number(self, value: Any, name: str = "loss", *, finite: bool = True) -> float:
        """`value` as a float; raises StudentFailure unless it is one real number."""
        array = numeric(value, name, A_NUMBER)
        if array.size != 1:
            raise unexpected(name, A_NUMBER, value)
        if finite:
            _require_finite(array, name)
        return float(array.reshape(-1)[0])

    def array(
        self,
        value: Any,
        shape: Sequence[int] | None = None,
        name: str = "dW",
        *,
        finite: bool = True,
    ) -> Array:
        """`value` as a float64 array of `shape`."""
        array = numeric(value, name, AN_ARRAY)
        if shape is not None and array.shape != tuple(shape):
            raise _wrong_shape(name, tuple(shape), array.shape)
        if finite:
            _require_finite(array, name)
        return array.astype(np.float64)

    def labels(self, value: Any, shape: Sequence[int], name: str = "labels") -> Array:
        """`value` as int64 labels of `shape`."""
        array = self.array(value, shape, name)
        if not np.array_equal(array, np.rint(array)) or (np.abs(array) > _LARGEST_LABEL).any():
            raise StudentFailure(
                f"{name}: class labels are whole numbers.",
                f"{name}: метки классов — целые числа.",
                actual=plain(array),
            )
        return array.astype(np.int64)

    def close(
        self,
        actual: Any,
        expected: Any,
        *,
        rtol: float = RTOL,
        atol: float = ATOL,
        name: str = "loss",
    ) -> None:
        """`actual` equals `expected` in shape, and within `atol + rtol·|expected|` in value."""
        wanted = np.asarray(expected, dtype=np.float64)
        if wanted.ndim == 0:
            got = np.asarray(self.number(actual, name, finite=False))
        else:
            got = self.array(actual, wanted.shape, name, finite=False)
        _require_same_finiteness(got, wanted, name)
        finite = np.isfinite(wanted)
        with np.errstate(over="ignore"):  # a difference may be too large for a float
            error = np.abs(np.subtract(got, wanted, where=finite, out=np.zeros(wanted.shape)))
        if (error <= atol + rtol * np.abs(np.where(finite, wanted, 0.0))).all():
            return
        raise _inaccurate(name, got, wanted, error)

    def equal_labels(self, actual: Any, expected: Any, name: str = "labels") -> None:
        """Every label equals the expected one."""
        wanted = np.asarray(expected)
        got = self.labels(actual, wanted.shape, name)
        wrong = np.flatnonzero(got.ravel() != wanted.ravel())
        if wrong.size:
            at = _position(int(wrong[0]), wanted.shape)
            raise StudentFailure(
                f"{name}: {wrong.size} of {wanted.size} labels are wrong, the first at {at}.",
                f"{name}: неверных меток — {wrong.size} из {wanted.size}, первая на месте {at}.",
                wrong=int(wrong.size),
                at=at,
                expected=plain(wanted),
                actual=plain(got),
            )

    def pair(self, value: Any, names: tuple[str, str] = ("loss", "dW")) -> tuple[Any, Any]:
        """`value` as a tuple of two, such as (loss, dW)."""
        if isinstance(value, (tuple, list)) and len(value) == 2:
            return value[0], value[1]
        both = f"({names[0]}, {names[1]})"
        got = describe(value)
        raise StudentFailure(
            f"The function must return {both}, but it returned {got.en}.",
            f"Функция должна возвращать {both}, а вернула {got.ru}.",
        )

    def sequence(self, value: Any, length: int | None = None, name: str = "loss_history") -> Array:
        """`value` as a 1-d float64 array, of `length` items where that is given."""
        if isinstance(value, (list, tuple)):
            value = [without_dimensions(item) for item in value]
        array = numeric(value, name, A_SEQUENCE)
        if array.ndim != 1:
            raise unexpected(name, A_SEQUENCE, value)
        return self.array(array, None if length is None else (length,), name)

    def unchanged(self, after: Any, before: Any, name: str = "X") -> None:
        """An argument is after the call what it was before it."""
        if not isinstance(after, np.ndarray) or not np.array_equal(after, before, equal_nan=True):
            raise StudentFailure(
                f"The function changed its argument {name} in place; work on a copy.",
                f"Функция изменила свой аргумент {name}; работайте с копией.",
            )

    def that(self, condition: Any, en: str, ru: str, **evidence: Any) -> None:
        """A condition of the suite's own, in words for when it does not hold."""
        if not bool(condition):
            raise StudentFailure(en, ru, **{key: plain(value) for key, value in evidence.items()})

    def award(self, fraction: float, en: str, ru: str, **evidence: Any) -> None:
        """End the test with `fraction` of its points, in [0, 1]."""
        shown = {key: plain(value) for key, value in evidence.items()}
        if fraction >= 1:
            raise Passed(en, ru, **shown)
        raise StudentFailure(en, ru, fraction=max(0.0, fraction), **shown)

    def tiers(self, value: float, tiers: Sequence[Sequence[float]], name: str = "accuracy") -> None:
        """Award the fraction of the highest of `tiers` ((threshold, fraction), …) reached."""
        fraction = max((share for least, share in tiers if value >= least), default=0.0)
        top = max(least for least, _ in tiers)
        self.award(
            fraction,
            f"{name} is {value:.3f}; full points from {top:.3f}.",
            f"{name} = {value:.3f}; полный балл — от {top:.3f}.",
            value=float(f"{value:.6g}"),
            full_points_from=top,
        )


_LARGEST_LABEL = 2**53  # beyond it a float64 cannot tell whole numbers apart


def _wrong_shape(name: str, wanted: tuple[int, ...], got: tuple[int, ...]) -> StudentFailure:
    return StudentFailure(
        f"{name} must have shape {wanted}, but it has shape {got}.",
        f"{name}: ожидается форма {wanted}, а получена {got}.",
        shape=list(got),
        expected_shape=list(wanted),
    )


def _require_finite(array: Array, name: str) -> None:
    finite = np.isfinite(array)
    if not finite.all():
        raise _not_finite(array, ~finite, name)


def _require_same_finiteness(got: Array, wanted: Array, name: str) -> None:
    both_finite = np.isfinite(got) & np.isfinite(wanted)
    different = ~(both_finite | (got == wanted) | (np.isnan(got) & np.isnan(wanted)))
    if (different & np.isfinite(wanted)).any():
        raise _not_finite(got, different & np.isfinite(wanted), name)
    if different.any():
        at, what = _first(got, different)
        raise StudentFailure(
            f"{name} contains {what} where another value, which is not finite, is expected.",
            f"{name}: получено {what} там, где ожидается другое, не конечное значение.",
            at=at,
        )


def _not_finite(array: Array, bad: Array, name: str) -> StudentFailure:
    at, what = _first(array, bad)
    return StudentFailure(
        f"{name} contains {what} where a finite number is expected.",
        f"{name}: получено {what} там, где ожидается конечное число.",
        not_finite=int(np.count_nonzero(bad)),
        at=at,
    )


def _first(array: Array, bad: Array) -> tuple[list[int], str]:
    """Where `bad` is first true, and what `array` holds there."""
    flat = int(np.argmax(bad))
    return _position(flat, array.shape), str(array.ravel()[flat])


def _inaccurate(name: str, got: Array, wanted: Array, error: Array) -> StudentFailure:
    worst = int(error.argmax())
    at = _position(worst, wanted.shape)
    largest = float(error.ravel()[worst])
    scale = abs(float(wanted.ravel()[worst]))
    evidence = {
        "max_abs_error": plain(largest),
        **({"rel_error": plain(largest / scale)} if scale else {}),
        "shape": list(wanted.shape),
        "expected": plain(wanted),
        "actual": plain(got),
    }
    if not wanted.ndim:
        return StudentFailure(
            f"{name} is wrong: it is off by {largest:.4g}.",
            f"{name}: неверное значение, отличие {largest:.4g}.",
            **evidence,
        )
    return StudentFailure(
        f"{name} is wrong: the largest error is {largest:.4g}, at {at}.",
        f"{name}: неверные значения, наибольшая ошибка {largest:.4g} на месте {at}.",
        at=at,
        **evidence,
    )


def _position(flat: int, shape: tuple[int, ...]) -> list[int]:
    return [int(index) for index in np.unravel_index(flat, shape)] if shape else []
