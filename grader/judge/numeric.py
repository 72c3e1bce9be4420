"""What is a number, and what is an array of numbers: the rules behind `check`, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.judge.endings import StudentFailure
from grader.judge.words import describe

A_NUMBER = ("a number", "число")
AN_ARRAY = ("an array of numbers", "массив чисел")
A_SEQUENCE = ("a one-dimensional sequence of numbers", "одномерная последовательность чисел")


def numeric(value: Any, name: str, wanted: tuple[str, str]) -> np.ndarray:
    """`value` as a real numeric array, or a failure in words."""
    if isinstance(value, (list, tuple)):
        value = _from_list(value)
    if isinstance(value, np.generic):
        value = np.asarray(value)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        value = np.asarray(value, dtype=np.float64)
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "iuf":
        raise unexpected(name, wanted, value)
    return value


def without_dimensions(item: Any) -> Any:
    """An array of size 1 as one without dimensions; anything else as it is."""
    return item.reshape(()) if isinstance(item, np.ndarray) and item.size == 1 else item


def unexpected(name: str, wanted: tuple[str, str], value: Any) -> StudentFailure:
    """The failure of `value`, which is not what was `wanted` (in both languages)."""
    got = describe(value)
    return StudentFailure(
        f"{name} must be {wanted[0]}, but it is {got.en}.",
        f"{name}: ожидается {wanted[1]}, а получено: {got.ru}.",
    )


def _from_list(value: Sequence[Any]) -> Any:
    """An array of the numbers in nested lists; `value` itself where something else is in them."""
    if not _only_numbers(value):
        return value
    try:
        return np.array(value)
    except ValueError:  # rows of different lengths
        return value


def _only_numbers(value: Any) -> bool:
    """Whether nested lists hold numbers alone: NumPy would make numbers of True, and text of 1."""
    if isinstance(value, (list, tuple)):
        return all(map(_only_numbers, value))
    if isinstance(value, (np.ndarray, np.generic)):
        return value.dtype.kind in "iuf"
    return isinstance(value, (int, float)) and not isinstance(value, bool)
