"""A shared array: one copy of ours that nobody can change, and everybody's own to write on."""

from __future__ import annotations

import mmap
import os
from typing import Any

import numpy as np
import pytest

from grader.protocol import SharedArray
from grader.protocol.decoding import Decoder
from grader.protocol.encoding import Encoder
from tests.protocol.wire import LIMITS, same


def mapped(shared: SharedArray) -> np.ndarray:
    """The array as a worker gets it."""
    encoder = Encoder(LIMITS)
    header = encoder.header({"value": shared})
    array: np.ndarray = Decoder(LIMITS, [], encoder.fds).message(header)["value"]
    return array


@pytest.fixture
def shared() -> SharedArray:
    return SharedArray.of(np.arange(5000, dtype="f4").reshape(50, 100))


def test_it_is_sealed(shared: SharedArray) -> None:
    """Neither its bytes nor its size, nor the seals."""
    with pytest.raises(PermissionError):
        os.write(shared.fd, b"x")
    with pytest.raises(PermissionError):
        os.ftruncate(shared.fd, 1)
    with pytest.raises(PermissionError):
        mmap.mmap(shared.fd, 0, flags=mmap.MAP_SHARED)
    opened_again = os.open(f"/proc/self/fd/{shared.fd}", os.O_RDWR)
    with pytest.raises(PermissionError):
        os.write(opened_again, b"x")
    os.close(opened_again)
    os.close(shared.fd)


def test_who_gets_it_writes_on_a_copy_of_their_own(shared: SharedArray) -> None:
    mine, another = mapped(shared), mapped(shared)
    mine[:] = -1
    assert same(another, np.arange(5000, dtype="f4").reshape(50, 100))
    assert same(mapped(shared), another)
    os.close(shared.fd)


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((0, 3)),
        np.asarray(1.5),
        np.arange(6, dtype=">i8").reshape(2, 3),
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.arange(10)[::-3],
        np.array([True, False]),
    ],
)
def test_any_layout_arrives(array: np.ndarray) -> None:
    shared = SharedArray.of(array)
    assert same(mapped(shared), array.astype(array.dtype.newbyteorder("=")))
    os.close(shared.fd)


@pytest.mark.parametrize("kind", [object, complex, "f2", "U3", "M8[s]", [("a", "f8")]])
def test_what_may_not_cross_is_not_shared_either(kind: Any) -> None:
    """The bytes of objects would be addresses of ours."""
    with pytest.raises(TypeError, match="cannot be shared"):
        SharedArray.of(np.zeros(3, kind))
