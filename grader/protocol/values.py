"""Plain values to bytes and back.

A value is None, a bool, number, string or bytes, a list, tuple or dict of values, a real NumPy
array, a `Handle` of an object that stays in the worker, or a `Function` that stays in the judge.
Anything else crosses as `Unsupported`: its type's name, in words, and nothing of its content.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgpack
import numpy as np

from grader.protocol.limits import DTYPES, MAX_DEPTH, MAX_DIMENSIONS, Limits

_INLINE = 1024  # bytes of an array that go into the header; larger ones are buffers of their own
_NAME = 200
_ARRAY, _TUPLE, _MAP, _HANDLE, _FUNCTION, _UNSUPPORTED = range(1, 7)


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

        if not _may_cross(array):
            raise TypeError(f"an array of {array.dtype} cannot be shared")
        native = _native(array)
        view = _as_bytes(native)
        fd = os.memfd_create("array", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        while view:
            view = view[os.write(fd, view) :]
        seals = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
        fcntl.fcntl(fd, fcntl.F_ADD_SEALS, seals)
        return cls(fd, native.dtype.str, array.shape)


class Encoder:
    """Turns one message into a header, collecting its buffers and descriptors on the way."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.buffers: list[memoryview] = []
        self.fds: list[int] = []
        self.items = 0

    def header(self, message: dict[str, Any]) -> bytes:
        """The msgpack header of `message`; raises TooLarge when it may not be sent."""
        self._count(2 * len(message))
        header = _pack({key: self._wire(value, 0) for key, value in message.items()})
        payload = sum(len(buffer) for buffer in self.buffers)
        if len(header) > self.limits.header or payload > self.limits.payload:
            raise TooLarge(f"a message of {len(header) + payload} bytes")
        if len(self.buffers) > self.limits.buffers:
            raise TooLarge(f"a message of {len(self.buffers)} arrays")
        return header

    def _count(self, items: int) -> None:
        self.items += items
        if self.items > self.limits.items:
            raise TooLarge(f"a message of more than {self.limits.items} values")

    def _wire(self, value: Any, depth: int) -> Any:
        if depth > MAX_DEPTH:
            return _ext(_UNSUPPORTED, f"more than {MAX_DEPTH} nested containers")
        kind = type(value)
        if value is None or kind in (bool, float, bytes):
            return value
        if kind is str:
            return value.encode("utf-8", "replace").decode()
        if kind is int:
            fits = -(2**63) <= value < 2**64
            return value if fits else _ext(_UNSUPPORTED, "an int of more than 64 bits")
        if isinstance(value, (np.ndarray, np.generic)):
            return self._array(np.asarray(value))
        return self._container(value, depth)

    def _container(self, value: Any, depth: int) -> Any:
        if isinstance(value, (list, tuple, dict)):
            self._count(len(value) * (2 if isinstance(value, dict) else 1))
        if isinstance(value, list):
            return [self._wire(item, depth + 1) for item in value]
        if isinstance(value, tuple):
            return _ext(_TUPLE, [self._wire(item, depth + 1) for item in value])
        if isinstance(value, dict):
            pairs = [[self._wire(k, depth + 1), self._wire(v, depth + 1)] for k, v in value.items()]
            return _ext(_MAP, pairs)
        if isinstance(value, Handle):
            return _ext(_HANDLE, [value.id, value.type, value.callable])
        if isinstance(value, Function):
            return _ext(_FUNCTION, value.id)
        if isinstance(value, SharedArray):
            self.fds.append(value.fd)
            return _ext(_ARRAY, [value.dtype, list(value.shape), -len(self.fds)])
        name = value.type if isinstance(value, Unsupported) else type(value).__name__
        return _ext(_UNSUPPORTED, str(name)[:_NAME])

    def _array(self, array: np.ndarray) -> Any:
        if not _may_cross(array) or _extent(array.shape, array.itemsize) > self.limits.payload:
            words = f"an array of {str(array.dtype)[:_NAME]} of shape {array.shape}"
            return _ext(_UNSUPPORTED, words)
        native = _native(array)
        data = _as_bytes(native)
        if len(data) <= _INLINE:
            return _ext(_ARRAY, [native.dtype.str, list(array.shape), bytes(data)])
        self.buffers.append(data)
        return _ext(_ARRAY, [native.dtype.str, list(array.shape), len(self.buffers) - 1])


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
        if code == _ARRAY:
            return self._array(content)
        if code == _TUPLE:
            return tuple(_typed(content, list))
        if code == _MAP:
            return _dictionary(_typed(content, list))
        if code == _HANDLE:
            id, name, is_callable = _fields(content, int, str, bool)
            return Handle(id, name[:_NAME], is_callable)
        if code == _FUNCTION:
            return Function(_typed(content, int))
        if code == _UNSUPPORTED:
            return Unsupported(_typed(content, str)[:_NAME])
        raise ProtocolViolation(f"unknown extension {code}")

    def _array(self, content: Any) -> np.ndarray:
        inline = isinstance(content, list) and len(content) == 3 and type(content[2]) is bytes
        type_name, shape, place = _fields(content, str, list, bytes if inline else int)
        dtype = _WHITELIST.get(type_name)
        if dtype is None:
            raise ProtocolViolation("this dtype may not cross")
        if len(shape) > MAX_DIMENSIONS or not all(type(n) is int and n >= 0 for n in shape):
            raise ProtocolViolation("bad shape")
        if _extent(shape, dtype.itemsize) > self.limits.payload:
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


_WHITELIST = {np.dtype(char).str: np.dtype(char) for char in sorted(DTYPES)}
_BROKEN = (ValueError, TypeError, ArithmeticError, RecursionError, OSError, msgpack.UnpackException)
_CONTAINERS = {dict, list, tuple}


def _may_cross(array: np.ndarray) -> bool:
    return array.dtype.char in DTYPES and array.ndim <= MAX_DIMENSIONS


def _extent(shape: Sequence[int], itemsize: int) -> int:
    """The bytes of an array of `shape` if no dimension were 0; Python's integers are unbounded."""
    return math.prod(max(1, n) for n in shape) * itemsize


def _native(array: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("="))


def _as_bytes(contiguous: np.ndarray) -> memoryview:
    return contiguous.reshape(-1).view(np.uint8).data


def _pack(value: Any) -> bytes:
    packed: bytes = msgpack.packb(value, use_bin_type=True)
    return packed


def _ext(code: int, content: Any) -> msgpack.ExtType:
    return msgpack.ExtType(code, _pack(content))


def _typed(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise ProtocolViolation(f"{kind.__name__} expected")
    return value


def _fields(content: Any, *kinds: type) -> list[Any]:
    if len(_typed(content, list)) != len(kinds):
        raise ProtocolViolation("wrong number of fields")
    return [_typed(value, kind) for value, kind in zip(content, kinds, strict=True)]


def _dictionary(pairs: list[Any]) -> dict[Any, Any]:
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
