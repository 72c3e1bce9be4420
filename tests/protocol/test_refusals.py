"""A header that somebody forged is a `ProtocolViolation`, whatever is in it, and nothing worse."""

from __future__ import annotations

import tracemalloc
from typing import Any

import msgpack
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.protocol import Limits, ProtocolViolation
from grader.protocol.decoding import Decoder
from grader.protocol.encoding import Encoder
from grader.protocol.limits import MAX_DEPTH
from tests.protocol.wire import (
    ARRAY,
    FUNCTION,
    HANDLE,
    LIMITS,
    MAP,
    PATIENT,
    RANDOM_GENERATOR,
    TUPLE,
    UNSUPPORTED,
    decoded,
    ext,
    values,
)

HEADERS = {
    "nothing": b"",
    "no msgpack": b"\xc1",
    "a list": msgpack.packb([1]),
    "a number": msgpack.packb(1),
    "keys that are numbers": msgpack.packb({1: 2}),
    "keys that are bytes": msgpack.packb({b"value": 2}),
    "bytes after the end": msgpack.packb({"value": 1}) + b"\x00",
    "a map that ends early": b"\x82\xa1a\x01",
    "a map of 2³² entries": b"\xdf\xff\xff\xff\xff",
    "a list of 2³² items": b"\x81\xa1a\xdd\xff\xff\xff\xff",
    "a text of 2³² bytes": b"\x81\xa1a\xdb\xff\xff\xff\xff",
    "an extension of 2³² bytes": b"\x81\xa1a\xc9\xff\xff\xff\xff\x01",
    "a hundred thousand lists in each other": b"\x81\xa1a" + b"\x91" * 100_000 + b"\x00",
    "a hundred thousand maps in each other": b"\x81\xa1a" * 100_000 + b"\x00",
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_a_header_is_one_map_with_texts_as_keys(header: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        Decoder(LIMITS, [], []).message(header)


def test_tuples_with_one_hash_are_refused_before_a_dict_is_made_of_them() -> None:
    """-1 and -2 have the same hash: a dict of such tuples takes minutes, out of all deadlines."""
    keys = [tuple(-1 - (number >> bit & 1) for bit in range(14)) for number in range(2**12)]
    assert len(set(map(hash, keys[:64]))) == 1
    encoder = Encoder(LIMITS)
    header = encoder.header({"value": dict.fromkeys(keys, 0)})
    with pytest.raises(ProtocolViolation, match="too many tuples"):
        Decoder(LIMITS, [], []).message(header)


def nested(levels: int, wrap: Any, inner: Any = 0) -> Any:
    for _ in range(levels):
        inner = wrap(inner)
    return inner


EIGHT = b"\0" * 8
VALUES = {
    "unknown extension": ext(8, 1),
    "extension 0": ext(0, 1),
    "a time stamp": msgpack.Timestamp(1),
    "an extension of garbage": msgpack.ExtType(TUPLE, b"\xc1"),
    "an array without fields": ext(ARRAY, []),
    "an array that is no list": ext(ARRAY, "f8"),
    "an array of objects": ext(ARRAY, ["|O", [1], EIGHT]),
    "an array of objects of a size": ext(ARRAY, ["|O8", [1], EIGHT]),
    "an array of float16": ext(ARRAY, ["<f2", [4], EIGHT]),
    "an array of complex": ext(ARRAY, ["<c8", [1], EIGHT]),
    "an array of text": ext(ARRAY, ["<U2", [1], EIGHT]),
    "an array of void": ext(ARRAY, ["|V8", [1], EIGHT]),
    "a structured array": ext(ARRAY, ["i4,i4", [1], EIGHT]),
    "big-endian on the wire": ext(ARRAY, [">f8", [1], EIGHT]),
    "a dtype's other name": ext(ARRAY, ["f8", [1], EIGHT]),
    "a dtype that NumPy cannot parse": ext(ARRAY, ["(2,,)f8,f8", [1], EIGHT]),
    "a dtype that is a program": ext(ARRAY, ["{'names': __import__('os')}", [1], EIGHT]),
    "a dtype that is no text": ext(ARRAY, [1, [1], EIGHT]),
    "a shape that is no list": ext(ARRAY, ["<f8", 1, EIGHT]),
    "a negative dimension": ext(ARRAY, ["<f8", [-1], EIGHT]),
    "two negative dimensions": ext(ARRAY, ["<f8", [-1, -1], EIGHT]),
    "a dimension that is a bool": ext(ARRAY, ["<f8", [True], EIGHT]),
    "a dimension that is a float": ext(ARRAY, ["<f8", [1.0], EIGHT]),
    "nine dimensions": ext(ARRAY, ["<f8", [1] * 9, EIGHT]),
    "fewer elements than bytes": ext(ARRAY, ["<f4", [1], EIGHT]),
    "more elements than bytes": ext(ARRAY, ["<f8", [2], EIGHT]),
    "10¹² elements": ext(ARRAY, ["<f8", [10**12], EIGHT]),
    "a size that overflows to 8": ext(ARRAY, ["<f8", [2**32 + 1, 2**32 - 1, 1], EIGHT]),
    "a size that overflows to 0": ext(ARRAY, ["<f8", [2**32, 2**32], b""]),
    "empty, but monstrous": ext(ARRAY, ["<f8", [0, 2**40], b""]),
    "empty, and beyond 64 bits": ext(ARRAY, ["<f8", [0, 2**63, 2**63], b""]),
    "a buffer that is not there": ext(ARRAY, ["<f8", [1], 1]),
    "a buffer of another size": ext(ARRAY, ["<f8", [2], 0]),
    "a buffer far away": ext(ARRAY, ["<f8", [1], 2**63]),
    "a descriptor that is not there": ext(ARRAY, ["<f8", [1], -1]),
    "a descriptor far away": ext(ARRAY, ["<f8", [1], -(2**63)]),
    "one buffer for two arrays": [ext(ARRAY, ["<f8", [1], 0]), ext(ARRAY, ["<f8", [1], 0])],
    "a tuple of no list": ext(TUPLE, 1),
    "a dict of no list": ext(MAP, 1),
    "a dict of numbers": ext(MAP, [1]),
    "a dict of triples": ext(MAP, [[1, 2, 3]]),
    "a dict with a list for a key": ext(MAP, [[[1], 2]]),
    "a dict with an array for a key": ext(MAP, [[ext(ARRAY, ["<f8", [1], EIGHT]), 2]]),
    "a handle without fields": ext(HANDLE, []),
    "a handle by name": ext(HANDLE, ["1", "x", False]),
    "a handle whose number is a bool": ext(HANDLE, [True, "x", False]),
    "a function by name": ext(FUNCTION, "1"),
    "an unsupported value by number": ext(UNSUPPORTED, 1),
    "a random generator with a text for a seed": ext(RANDOM_GENERATOR, "1"),
    "a random generator with a bool for a seed": ext(RANDOM_GENERATOR, True),
    "a random generator with a seed below 0": ext(RANDOM_GENERATOR, -1),
    "lists too deep": nested(MAX_DEPTH + 2, lambda v: [v]),
    "tuples too deep": nested(MAX_DEPTH + 2, lambda v: ext(TUPLE, [v])),
    "maps too deep": nested(MAX_DEPTH + 2, lambda v: {"k": v}),
    "extensions within extensions": nested(500, lambda v: ext(UNSUPPORTED, v)),
    "lists in tuples": nested(20, lambda v: ext(TUPLE, [[v]])),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_a_value_keeps_to_the_format(value: Any) -> None:
    with pytest.raises(ProtocolViolation):
        decoded(value, EIGHT)


def test_values_are_counted() -> None:
    limits = Limits(items=1000)
    assert decoded([0] * 990, limits=limits) == [0] * 990
    for value in (
        [0] * 1001,
        [[0] * 500] * 3,
        ext(TUPLE, [0] * 1001),
        {str(n): 0 for n in range(501)},
    ):
        with pytest.raises(ProtocolViolation):
            decoded(value, limits=limits)


def test_a_bool_is_0_or_1_whatever_byte_was_sent() -> None:
    """NumPy counts on it: of two arrays that are both true, `==` could be false."""
    got = decoded(ext(ARRAY, ["|b1", [3], b"\x00\x01\xff"]))
    assert got.view(np.uint8).tolist() == [0, 1, 1]


def test_no_memory_is_allocated_on_the_word_of_a_header() -> None:
    tracemalloc.start()
    try:
        for name in ("10¹² elements", "a size that overflows to 0", "empty, but monstrous"):
            with pytest.raises(ProtocolViolation):
                decoded(VALUES[name], EIGHT)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


codes = st.integers(0, 8)
junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.sampled_from(["<f8", "|b1", "|O", ">f8", ""])
    | st.text(max_size=3)
    | st.binary(max_size=16)
    | st.builds(msgpack.Timestamp, st.integers(0, 9))
    | st.builds(ext, codes, st.lists(st.integers(-2, 9), max_size=3))
    | st.builds(
        lambda name, shape, place: ext(ARRAY, [name, shape, place]),
        st.sampled_from(["<f8", "|b1", "<u2", "|O", ">f8"]),
        st.lists(st.integers(-1, 2**63), max_size=9) | st.lists(st.integers(0, 3), max_size=4),
        st.integers(-3, 3) | st.binary(max_size=24),
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3) | st.binary(max_size=3), inner, max_size=3)
        | st.builds(ext, codes, inner)
    ),
    max_leaves=10,
)


@PATIENT
@given(
    st.binary(max_size=200) | junk.map(msgpack.packb) | junk.map(lambda v: msgpack.packb({"v": v}))
)
def test_junk_is_refused_or_read_but_nothing_else(header: bytes) -> None:
    decoder = Decoder(Limits(items=100), [bytearray(8), bytearray(24)], [])
    try:
        message = decoder.message(header)
    except ProtocolViolation:
        return
    assert isinstance(message, dict)


@PATIENT
@given(values, st.data())
def test_a_damaged_header_is_refused_or_read_but_nothing_else(value: Any, data: Any) -> None:
    encoder = Encoder(LIMITS)
    header = bytearray(encoder.header({"value": value}))
    for _ in range(data.draw(st.integers(1, 3))):
        header[data.draw(st.integers(0, len(header) - 1))] = data.draw(st.integers(0, 255))
    decoder = Decoder(LIMITS, [bytearray(buffer) for buffer in encoder.buffers], [])
    try:
        decoder.message(header)
    except ProtocolViolation:
        return
