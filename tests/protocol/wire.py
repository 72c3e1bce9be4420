"""What the protocol's tests share: one message there and back without a socket, and comparison."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from grader.protocol import Limits
from grader.protocol.values import Decoder, Encoder


def crossed(value: Any, limits: Limits = Limits()) -> Any:  # noqa: B008  (frozen)
    """`value` as the other side gets it."""
    encoder = Encoder(limits)
    header = encoder.header({"value": value})
    buffers = [bytearray(buffer) for buffer in encoder.buffers]
    return Decoder(limits, buffers, encoder.fds).message(header)["value"]


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
