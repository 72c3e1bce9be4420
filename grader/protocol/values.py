"""The values that cross.

A value is None, a bool, number, string or bytes, a list, tuple or dict of values, a real NumPy
array, a `Handle` of an object that stays in the worker, a `Function` that stays in the judge, or a
`RandomGenerator` that the worker makes from its seed.
Anything else crosses as `Unsupported`: its type's name, in words, and nothing of its content.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from grader.protocol.arrays import as_bytes, may_cross, native_order

NAME_LENGTH = 200
"""Characters of a type's name that cross."""


class Extension(IntEnum):
    """The msgpack extensions that stand for what msgpack itself does not know."""

    ARRAY = 1
    TUPLE = 2
    MAP = 3
    HANDLE = 4
    FUNCTION = 5
    UNSUPPORTED = 6
    RANDOM_GENERATOR = 7


class ProtocolViolation(Exception):
    """The other side sent what the protocol does not allow."""


class TooLarge(Exception):
    """Our own message is beyond the limits; nothing of it was sent."""


@dataclass(frozen=True)
class Handle:
    """An object that lives in the worker; `type` is its type's name, for messages."""

    id: int
    type: str
    callable: bool = False


@dataclass(frozen=True)
class Function:
    """A function that lives in the judge; the worker calls it back by number."""

    id: int


@dataclass(frozen=True)
class RandomGenerator:
    """A generator of random numbers, as its seed: 0 to 2⁶⁴ - 1."""

    seed: int


@dataclass(frozen=True)
class Unsupported:
    """A value that cannot cross, named by its type."""

    type: str


@dataclass(frozen=True)
class SharedArray:
    """An array in a sealed memory file, sent by descriptor instead of by copy."""

    fd: int
    dtype: str
    shape: tuple[int, ...]

    @classmethod
    def of(cls, array: np.ndarray) -> SharedArray:
        """Copy `array` into a memory file that nobody can write any more."""
        import fcntl  # noqa: PLC0415  (Linux only, like memory files)

        if not may_cross(array):
            raise TypeError(f"an array of {array.dtype} cannot be shared")
        native = native_order(array)
        view = as_bytes(native)
        fd = os.memfd_create("array", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        while view:
            view = view[os.write(fd, view) :]
        seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
        fcntl.fcntl(fd, fcntl.F_ADD_SEALS, seals)
        return cls(fd, native.dtype.str, array.shape)
