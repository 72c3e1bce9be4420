"""What the tests of the protocol share: a message there and back without a socket, and equality."""

from __future__ import annotations

import math
from typing import Any

import msgpack
import numpy as np
from hypothesis import HealthCheck, settings

from grader.protocol import Limits
from grader.protocol.values import Decoder, Encoder

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties: the machine may be busy."""

LIMITS = Limits()
ARRAY, TUPLE, MAP, HANDLE, FUNCTION, UNSUPPORTED = range(1, 7)


def crossed(value: Any, limits: Limits = LIMITS) -> Any:
    """`value` as the other side gets it."""
    encoder = Encoder(limits)
    header = encoder.header({"value": value})
    buffers = [bytearray(buffer) for buffer in encoder.buffers]
    return Decoder(limits, buffers, encoder.fds).message(header)["value"]


def decoded(value: Any, *buffers: bytes, limits: Limits = LIMITS) -> Any:
    """What becomes of a message whose header says `value`, in msgpack's own types."""
    header = msgpack.packb({"value": value})
    return Decoder(limits, [bytearray(buffer) for buffer in buffers], []).message(header)["value"]


def ext(code: int, content: Any) -> msgpack.ExtType:
    """One of our extensions around `content`."""
    return msgpack.ExtType(code, msgpack.packb(content))


def same(one: Any, other: Any) -> bool:
    """Equal in type, shape, dtype and content; NaN equals NaN."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return (
            one.dtype == other.dtype
            and one.shape == other.shape
            and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
        )
    if isinstance(one, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    return bool(one == other)
