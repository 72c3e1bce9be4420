"""What the tests of the protocol share: any value, there and back, and equality."""

from __future__ import annotations

import math
from typing import Any

import msgpack
import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.protocol import Limits
from grader.protocol.decoding import Decoder
from grader.protocol.encoding import Encoder
from grader.protocol.limits import DTYPES

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties: the machine may be busy."""

LIMITS = Limits()
ARRAY, TUPLE, MAP, HANDLE, FUNCTION, UNSUPPORTED, RANDOM_GENERATOR = range(1, 8)

DTYPE_NAMES = sorted({np.dtype(char).str for char in DTYPES})


def dtypes(orders: str = "<>") -> st.SearchStrategy[np.dtype]:
    """Every dtype that may cross, in both byte orders."""
    return st.builds(
        lambda name, order: np.dtype(name).newbyteorder(order),
        st.sampled_from(DTYPE_NAMES),
        st.sampled_from(orders),
    )


def arrays(orders: str = "<>") -> st.SearchStrategy[np.ndarray]:
    shapes = hnp.array_shapes(min_dims=0, max_dims=8, min_side=0, max_side=3)
    return dtypes(orders).flatmap(lambda dtype: hnp.arrays(dtype, shapes))


plain = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=20)
    | st.binary(max_size=20)
    | arrays("=")
)
keys = st.text(max_size=5) | st.integers(-9, 9) | st.binary(max_size=5) | st.none()
values = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys | st.tuples(keys, keys), inner, max_size=4)
    ),
    max_leaves=12,
)


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
