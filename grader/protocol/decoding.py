"""Bytes to a message: the side that trusts nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import msgpack
import numpy as np

from grader.protocol.arrays import extent
from grader.protocol.limits import DTYPES, MAX_DEPTH, MAX_DIMENSIONS, Limits
from grader.protocol.values import (
    NAME_LENGTH,
    Extension,
    Function,
    Handle,
    ProtocolViolation,
    RandomGenerator,
    Unsupported,
)

_WHITELIST = {np.dtype(char).str: np.dtype(char) for char in sorted(DTYPES)}
_BROKEN = (ValueError, TypeError, ArithmeticError, RecursionError, OSError, msgpack.UnpackException)
_CONTAINERS = {dict, list, tuple}


class Decoder:
    """Turns a header and its buffers back into a message, or raises `ProtocolViolation`."""

    def __init__(self, limits: Limits, buffers: Sequence[bytearray], fds: Sequence[int]) -> None:
        self.limits = limits
        self.buffers = buffers
        self.fds = fds
        self.taken: set[int] = set()
        """The buffers that belong to an array by now; -1 - n stands for the n-th descriptor."""
        self.depth = 0

    def message(self, header: bytes | bytearray) -> dict[str, Any]:
        """The message of `header`: a map with string keys."""
        try:
            message = self._unpack(header)
        except ProtocolViolation:
            raise
        except _BROKEN as error:
            raise ProtocolViolation(f"broken header: {type(error).__name__}") from None
        if not isinstance(message, dict) or not all(type(key) is str for key in message):
            raise ProtocolViolation("a message is a map with string keys")
        _check_nesting(message, self.limits.items)
        return message

    def _unpack(self, data: bytes | bytearray) -> Any:
        self.depth += 1
        if self.depth > MAX_DEPTH + 3:  # the message, and an array in its innermost container
            raise ProtocolViolation("too deeply nested")
        value = msgpack.unpackb(
            data,
            ext_hook=self._ext,
            strict_map_key=True,
            unicode_errors="replace",
            max_array_len=self.limits.items,
            max_map_len=self.limits.items,
        )
        self.depth -= 1
        return value

    def _ext(self, code: int, data: bytes) -> Any:
        content = self._unpack(data)
        if code == Extension.ARRAY:
            return self._array(content)
        if code == Extension.TUPLE:
            return tuple(_typed(content, list))
        if code == Extension.MAP:
            return _dictionary(_typed(content, list))
        if code == Extension.HANDLE:
            id, name, is_callable = _fields(content, int, str, bool)
            return Handle(id, name[:NAME_LENGTH], is_callable)
        if code == Extension.FUNCTION:
            return Function(_typed(content, int))
        if code == Extension.RANDOM_GENERATOR:
            return _random_generator(_typed(content, int))
        if code == Extension.UNSUPPORTED:
            return Unsupported(_typed(content, str)[:NAME_LENGTH])
        raise ProtocolViolation(f"unknown extension {code}")

    def _array(self, content: Any) -> np.ndarray:
        inline = isinstance(content, list) and len(content) == 3 and type(content[2]) is bytes
        type_name, shape, place = _fields(content, str, list, bytes if inline else int)
        dtype = _WHITELIST.get(type_name)
        if dtype is None:
            raise ProtocolViolation("this dtype may not cross")
        if len(shape) > MAX_DIMENSIONS or not all(type(n) is int and n >= 0 for n in shape):
            raise ProtocolViolation("bad shape")
        if extent(shape, dtype.itemsize) > self.limits.payload:
            raise ProtocolViolation("a shape beyond its limit")
        size = math.prod(shape) * dtype.itemsize
        data = bytearray(place) if inline else self._take(place, size)
        if len(data) != size:
            raise ProtocolViolation("an array's size differs from its data's")
        if dtype.kind == "b":  # NumPy counts on bools being 0 or 1
            bools: np.ndarray = np.frombuffer(data, np.uint8) != 0
            return bools.reshape(shape)
        return np.frombuffer(data, dtype).reshape(shape)

    def _take(self, place: int, size: int) -> Any:
        """The data at `place`; no two arrays have the same, or little data would look like much."""
        if place in self.taken or not -len(self.fds) <= place < len(self.buffers):
            raise ProtocolViolation("an array without data of its own")
        self.taken.add(place)
        if place >= 0:
            return self.buffers[place]
        import mmap  # noqa: PLC0415  (only the worker gets here)

        return mmap.mmap(self.fds[-1 - place], size, flags=mmap.MAP_PRIVATE) if size else b""


def _random_generator(seed: int) -> RandomGenerator:
    if seed < 0:
        raise ProtocolViolation("a seed below 0")
    return RandomGenerator(seed)


def _typed(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise ProtocolViolation(f"{kind.__name__} expected")
    return value


def _fields(content: Any, *kinds: type) -> list[Any]:
    if len(_typed(content, list)) != len(kinds):
        raise ProtocolViolation("wrong number of fields")
    return [_typed(value, kind) for value, kind in zip(content, kinds, strict=True)]


_MOST_TUPLE_KEYS = 1000


def _dictionary(pairs: list[Any]) -> dict[Any, Any]:
    """Tuples of numbers can be made to have one hash: many of them would take minutes."""
    if len(pairs) > _MOST_TUPLE_KEYS and any(type(pair[0]) is tuple for pair in pairs if pair):
        raise ProtocolViolation("a dict with too many tuples for keys")
    try:
        return dict(_typed(pair, list) for pair in pairs)
    except (TypeError, ValueError):
        raise ProtocolViolation("a dict with keys that cannot be keys") from None


def _check_nesting(message: Any, most_items: int) -> None:
    """Bound depth and total size, without recursion. A time stamp of msgpack's is no value."""
    pending = [(message, 0)]
    seen = 0
    while pending:
        value, depth = pending.pop()
        if isinstance(value, dict):
            inner: Any = [*value.keys(), *value.values()]
        else:
            inner = value
        seen += len(inner)
        if depth > MAX_DEPTH + 1 or seen > most_items:
            raise ProtocolViolation("too many values, or too deeply nested")
        kinds = set(map(type, inner))
        if msgpack.Timestamp in kinds:
            raise ProtocolViolation("unknown extension -1")
        if not kinds.isdisjoint(_CONTAINERS):
            pending.extend((item, depth + 1) for item in inner if type(item) in _CONTAINERS)
