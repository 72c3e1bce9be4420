"""A message to bytes."""

from __future__ import annotations

from typing import Any

import msgpack
import numpy as np

from grader.protocol.arrays import as_bytes, extent, may_cross, native_order
from grader.protocol.limits import MAX_DEPTH, Limits
from grader.protocol.values import (
    NAME_LENGTH,
    Extension,
    Function,
    Handle,
    RandomGenerator,
    SharedArray,
    TooLarge,
    Unsupported,
)

_INLINE = 1024  # bytes of an array that go into the header; larger ones are buffers of their own


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
            return _ext(Extension.UNSUPPORTED, f"more than {MAX_DEPTH} nested containers")
        kind = type(value)
        if value is None or kind in (bool, float, bytes):
            return value
        if kind is str:
            return value.encode("utf-8", "replace").decode()
        if kind is int:
            fits = -(2**63) <= value < 2**64
            return value if fits else _ext(Extension.UNSUPPORTED, "an int of more than 64 bits")
        if isinstance(value, (np.ndarray, np.generic)):
            return self._array(np.asarray(value))
        return self._container(value, depth)

    def _container(self, value: Any, depth: int) -> Any:
        if isinstance(value, (list, tuple, dict)):
            self._count(len(value) * (2 if isinstance(value, dict) else 1))
        if isinstance(value, list):
            return [self._wire(item, depth + 1) for item in value]
        if isinstance(value, tuple):
            return _ext(Extension.TUPLE, [self._wire(item, depth + 1) for item in value])
        if isinstance(value, dict):
            pairs = [
                [self._wire(_key(key), depth + 1), self._wire(item, depth + 1)]
                for key, item in value.items()
            ]
            return _ext(Extension.MAP, pairs)
        if isinstance(value, Handle):
            return _ext(Extension.HANDLE, [value.id, value.type, value.callable])
        if isinstance(value, Function):
            return _ext(Extension.FUNCTION, value.id)
        if isinstance(value, RandomGenerator):
            return _ext(Extension.RANDOM_GENERATOR, value.seed)
        if isinstance(value, SharedArray):
            self.fds.append(value.fd)
            return _ext(Extension.ARRAY, [value.dtype, list(value.shape), -len(self.fds)])
        name = value.type if isinstance(value, Unsupported) else type(value).__name__
        return _ext(Extension.UNSUPPORTED, str(name)[:NAME_LENGTH])

    def _array(self, array: np.ndarray) -> Any:
        if not may_cross(array) or extent(array.shape, array.itemsize) > self.limits.payload:
            words = f"an array of {str(array.dtype)[:NAME_LENGTH]} of shape {array.shape}"
            return _ext(Extension.UNSUPPORTED, words)
        native = native_order(array)
        data = as_bytes(native)
        if len(data) <= _INLINE:
            return _ext(Extension.ARRAY, [native.dtype.str, list(array.shape), bytes(data)])
        self.buffers.append(data)
        return _ext(Extension.ARRAY, [native.dtype.str, list(array.shape), len(self.buffers) - 1])


def _key(key: Any) -> Any:
    """A key as Python's own number where it is one of NumPy's: an array could not be a key."""
    if type(key) is tuple:
        return tuple(map(_key, key))
    return key.item() if isinstance(key, np.generic) else key


def _pack(value: Any) -> bytes:
    packed: bytes = msgpack.packb(value, use_bin_type=True)
    return packed


def _ext(code: Extension, content: Any) -> msgpack.ExtType:
    return msgpack.ExtType(code, _pack(content))
