"""Arrays as bytes: which may cross, and in which form."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from grader.protocol.limits import DTYPES, MAX_DIMENSIONS


def may_cross(array: np.ndarray) -> bool:
    """Whether the dtype and the number of dimensions are on the whitelist."""
    return array.dtype.char in DTYPES and array.ndim <= MAX_DIMENSIONS


def extent(shape: Sequence[int], itemsize: int) -> int:
    """The bytes of an array of `shape` if no dimension were 0; Python's integers are unbounded."""
    return math.prod(max(1, n) for n in shape) * itemsize


def native_order(array: np.ndarray) -> np.ndarray:
    """`array` as it crosses: contiguous, with the machine's byte order."""
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("="))


def as_bytes(contiguous: np.ndarray) -> memoryview:
    """The memory of `contiguous`, without a copy."""
    return contiguous.reshape(-1).view(np.uint8).data
