"""When two results are the same, whatever their types.

Values agree within RTOL of the expected value plus ATOL of the largest one (ATOL_FLOAT32 where one
of them is float32). Whole numbers agree exactly. What is not finite agrees with all that is not:
which of inf and NaN an overflow ends in is a matter of style. Lists and arrays of the same numbers
agree; what cannot cross from the worker agrees with nothing.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

RTOL: Final = 1e-4
ATOL: Final = 1e-6
ATOL_FLOAT32: Final = 1e-5
_SMALLEST_SCALE = 1e-3
_NUMBER = (bool, int, float, np.bool_, np.integer, np.floating)

ABSENT: Final = object()
"""What `part` returns for a value that has no such part. Agrees with nothing."""


def part(value: Any, result: int | None) -> Any:
    """Item `result` of a returned tuple, or the whole value for None."""
    if result is None:
        return value
    if isinstance(value, (tuple, list)) and len(value) > result:
        return value[result]
    return ABSENT


def agree(actual: Any, expected: Any) -> bool:
    """Whether `actual` is `expected`, within tolerance."""
    if _are_sequences(actual, expected) and not (_flat(actual) and _flat(expected)):
        return len(actual) == len(expected) and all(map(agree, actual, expected))
    one, other = as_numbers(actual), as_numbers(expected)
    if one is not None and other is not None:
        one, other = same_dimensions(one, other)
        return one.shape == other.shape and bool(close(one, other).all())
    if one is not None or other is not None:
        return False
    return _agree_otherwise(actual, expected)


def as_numbers(value: Any) -> np.ndarray | None:
    """`value` as an array of real numbers; None where it is not one."""
    if isinstance(value, (list, tuple)):
        value = _stacked(value)
    elif isinstance(value, _NUMBER):
        value = np.asarray(value)
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "biuf":
        return None
    return np.asarray(value)


def same_dimensions(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both as they are, but a number is a number, with dimensions of length 1 or without."""
    if one.size == other.size == 1 and 0 in (one.ndim, other.ndim):
        return one.reshape(()), other.reshape(())
    return one, other


def close(actual: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Where two arrays of one shape agree."""
    if actual.dtype.kind in "biu" and expected.dtype.kind in "biu":
        return np.asarray(actual == expected)
    single = {actual.dtype.itemsize, expected.dtype.itemsize} & {2, 4}
    atol = ATOL_FLOAT32 if single and "f" in (actual.dtype.kind, expected.dtype.kind) else ATOL
    a, b = actual.astype(np.float64), expected.astype(np.float64)
    finite = np.isfinite(a) & np.isfinite(b)
    scale = max(np.abs(b[finite]).max(initial=0.0), _SMALLEST_SCALE)
    with np.errstate(all="ignore"):
        near = np.abs(a - b) <= atol * scale + RTOL * np.abs(b)
    return np.asarray(np.where(finite, near, ~np.isfinite(a) & ~np.isfinite(b)))


def _agree_otherwise(actual: Any, expected: Any) -> bool:
    if isinstance(actual, dict) and isinstance(expected, dict):
        same_keys = actual.keys() == expected.keys()
        return same_keys and all(agree(actual[key], expected[key]) for key in expected)
    if _are_sequences(actual, expected):  # empty ones
        return len(actual) == len(expected)
    if actual is None or isinstance(actual, (str, bytes)):
        return type(actual) is type(expected) and bool(actual == expected)
    return False


def _are_sequences(*values: Any) -> bool:
    return all(isinstance(value, (list, tuple)) for value in values)


def _flat(value: Any) -> bool:
    """Whether a list holds numbers only, or lists of them: one array in effect."""
    if isinstance(value, (list, tuple)):
        return all(map(_flat, value))
    return isinstance(value, _NUMBER)


def _stacked(value: list[Any] | tuple[Any, ...]) -> np.ndarray | None:
    if not _numbers_only(value):
        return None
    try:
        return np.array(value)
    except ValueError:  # rows of different lengths
        return None


def _numbers_only(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return all(map(_numbers_only, value))
    return isinstance(value, (np.ndarray, *_NUMBER))


def is_plain(value: Any) -> bool:
    """Whether `value` can be compared at all: numbers, texts, None, and containers of them."""
    if isinstance(value, (list, tuple)):
        return all(map(is_plain, value))
    if isinstance(value, dict):
        return all(map(is_plain, value.values()))
    if value is None or isinstance(value, (str, bytes)):
        return True
    return as_numbers(value) is not None
