"""Large arrays on their way to the worker."""

from __future__ import annotations

import os

import numpy as np

from grader.protocol import SharedArray

SHARE_FROM = 4 * 2**20
"""Bytes from which an array is sent as a memory file."""


class Shared:
    """Large arrays in memory files, made once for those that cannot change."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[np.ndarray, SharedArray]] = {}
        self._passing: list[SharedArray] = []

    def of(self, array: np.ndarray) -> SharedArray:
        """`array` in a memory file, which stays until `release` or, if it is constant, for good."""
        if id(array) in self._kept:
            return self._kept[id(array)][1]
        shared = SharedArray.of(array)
        if array.flags.writeable or array.base is not None:
            self._passing.append(shared)
        else:
            self._kept[id(array)] = array, shared
        return shared

    def release(self) -> None:
        """Give back what belongs to one call."""
        while self._passing:
            os.close(self._passing.pop().fd)
