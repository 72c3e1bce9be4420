"""Frames over sockets and pipes: whole or not at all, in time, and within their limits."""

from __future__ import annotations

import os
import socket
import struct
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.protocol import (
    Channel,
    ChannelClosed,
    DeadlineExceeded,
    Frame,
    Limits,
    ProtocolViolation,
    SharedArray,
    TooLarge,
)
from tests.protocol.wire import LIMITS, PATIENT, same

NOT_FRAMES = (ProtocolViolation, ChannelClosed, DeadlineExceeded)


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    one, other = socket.socketpair()
    with one, other:
        yield one, other


def soon() -> float:
    """A deadline for what cannot come."""
    return time.monotonic() + 0.05


def frame(message: dict[str, Any]) -> bytes:
    """A message as it goes over the wire."""
    reading, writing = os.pipe()
    channel = Channel(reading, writing, LIMITS)
    channel.send(message)
    data = os.read(reading, 2**16)
    channel.close()
    return data


def received(data: bytes, limits: Limits = LIMITS, *, takes_fds: bool = False) -> Frame:
    """What a channel makes of `data` and the end of the stream after it."""
    one, other = socket.socketpair()
    with one, other:
        one.sendall(data)
        one.close()
        return Channel.over(other, limits, takes_fds=takes_fds).receive()


def head(magic: bytes = b"NGF1", header: int = 0, buffers: int = 0, fds: int = 0) -> bytes:
    return struct.pack("<4sIHH", magic, header, buffers, fds)


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_large_and_small_arrays_cross_in_one_message(ends: Any) -> None:
    one, other = (Channel.over(end, LIMITS) for end in ends)
    arrays = [np.arange(n, dtype="i4") for n in (0, 1, 100, 5000, 3_000_000)]
    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(one.send, {"arrays": arrays})
        got = other.receive().message
        sending.result()
    assert same(got, {"arrays": arrays})
    got["arrays"][-1][0] = 7  # ours to write


def test_frames_cross_pipes_one_after_the_other() -> None:
    reading, writing = os.pipe()
    channel = Channel(reading, writing, LIMITS)
    for number in range(3):
        channel.send({"number": number})
    assert [channel.receive().message["number"] for _ in range(3)] == [0, 1, 2]
    channel.close()


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        pytest.param(b"GET / HTTP/1.1\r\n\r\n", LIMITS, id="another protocol"),
        pytest.param(head(b"NGF2", header=1) + b"\x80", LIMITS, id="magic"),
        pytest.param(head(header=LIMITS.header + 1), LIMITS, id="header"),
        pytest.param(head(header=2**32 - 1), LIMITS, id="header of 4 GiB"),
        pytest.param(head(buffers=3), Limits(buffers=2), id="number of buffers"),
        pytest.param(
            head(header=1, buffers=1) + struct.pack("<Q", LIMITS.payload + 1), LIMITS, id="payload"
        ),
        pytest.param(
            head(header=1, buffers=2) + struct.pack("<QQ", *[2**64 - 1] * 2), LIMITS, id="2⁶⁵ bytes"
        ),
        pytest.param(head(header=1) + b"\x80" + b"junk", Limits(header=0), id="no header allowed"),
    ],
)
def test_a_frame_beyond_its_limits_is_refused_unread(data: bytes, limits: Limits) -> None:
    """By its lengths alone: nothing of that size is allocated, nothing more is waited for."""
    tracemalloc.start()
    try:
        with pytest.raises(ProtocolViolation):
            received(data, limits)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


def test_a_promised_payload_is_allocated_as_it_comes() -> None:
    data = head(header=1, buffers=1) + struct.pack("<Q", LIMITS.payload) + b"\x80" + b"x" * 1000
    tracemalloc.start()
    try:
        with pytest.raises(ChannelClosed):
            received(data)
        assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    finally:
        tracemalloc.stop()


def test_a_frame_that_ends_early_is_the_end() -> None:
    whole = frame({"value": np.arange(400.0), "text": "x"})
    assert same(received(whole).message, {"value": np.arange(400.0), "text": "x"})
    for length in [*range(80), *range(80, len(whole), 97)]:
        with pytest.raises(ChannelClosed):
            received(whole[:length])


@pytest.mark.parametrize("sent", [b"", b"N", head(header=5), head(header=5) + b"\x81"])
def test_silence_ends_at_the_deadline(ends: Any, sent: bytes) -> None:
    ends[0].sendall(sent)
    deadline = soon()
    with pytest.raises(DeadlineExceeded):
        Channel.over(ends[1], LIMITS).receive(deadline)
    assert time.monotonic() >= deadline


def test_slow_bytes_do_not_move_the_deadline(ends: Any) -> None:
    """One byte at a time, each well in time, and no end of them."""
    stop = threading.Event()

    def dribble() -> None:
        ends[0].sendall(head(header=2**20))
        while not stop.wait(0.002):
            ends[0].sendall(b"\x91")

    with ThreadPoolExecutor(1) as pool:
        pool.submit(dribble)
        try:
            with pytest.raises(DeadlineExceeded):
                Channel.over(ends[1], LIMITS).receive(soon())
        finally:
            stop.set()


def test_a_reader_that_stops_reading_holds_nobody_up(ends: Any) -> None:
    channel = Channel.over(ends[0], LIMITS)
    with pytest.raises(DeadlineExceeded):
        channel.send({"value": np.zeros(10**7)}, deadline=soon())


def test_the_end_of_the_other_side_is_told(ends: Any) -> None:
    channel = Channel.over(ends[0], LIMITS)
    ends[1].close()
    with pytest.raises(ChannelClosed):
        channel.receive()
    with pytest.raises(ChannelClosed):
        channel.send({"value": np.zeros(10**6)})


def test_a_closed_channel_stays_closed() -> None:
    """Its descriptors may belong to somebody else by now."""
    reading, writing = os.pipe()
    pipe = Channel(reading, writing, LIMITS)
    pipe.close()
    somebody_elses = os.pipe()
    pipe.close()
    for fd in somebody_elses:
        os.close(fd)  # still open
    for attempt in (pipe.receive, lambda: pipe.send({})):
        with pytest.raises(ChannelClosed):
            attempt()
    one, other = socket.socketpair()
    with one, other:
        channel = Channel.over(one, LIMITS)
        channel.close()
        channel.close()
        with pytest.raises(ChannelClosed):
            channel.receive(soon())


def test_a_timeout_of_the_sockets_own_is_not_the_end(ends: Any) -> None:
    """A worker that waits for longer than its connection took is not out of work."""
    ends[1].settimeout(0.001)
    channel = Channel.over(ends[1], LIMITS, takes_fds=True)
    with pytest.raises(DeadlineExceeded):
        channel.receive(soon())
    ends[0].sendall(frame({"still": "there"}))
    assert channel.receive().message == {"still": "there"}


def test_input_is_noticed_without_taking_it(ends: Any) -> None:
    channel = Channel.over(ends[1], LIMITS)
    assert not channel.has_input()
    ends[0].sendall(frame({"early": 1}))
    assert channel.has_input()
    assert channel.receive().message == {"early": 1}
    assert not channel.has_input()
    ends[0].close()
    with pytest.raises(ChannelClosed):
        channel.has_input()


def test_what_is_too_large_is_not_begun(ends: Any) -> None:
    channel = Channel.over(ends[0], Limits(header=100, payload=1000))
    with pytest.raises(TooLarge):
        channel.send({"value": "x" * 100})
    with pytest.raises(TooLarge):
        channel.send({"value": [np.zeros(120), np.zeros(120)] * 2})
    channel.send({"value": "whole"})
    assert Channel.over(ends[1], LIMITS).receive().message == {"value": "whole"}


class TestDescriptors:
    """They cross to the worker, in the order in which they were given, and to nobody else."""

    def test_a_shared_array_is_mapped_and_its_descriptor_given_back(self, ends: Any) -> None:
        one, other = Channel.over(ends[0], LIMITS), Channel.over(ends[1], LIMITS, takes_fds=True)
        shared = SharedArray.of(np.arange(6.0).reshape(2, 3))
        before = open_descriptors()
        for _ in range(3):
            one.send({"X": shared, "y": [shared, 1]})
            got = other.receive()
            assert same(got.message["X"], np.arange(6.0).reshape(2, 3))
            assert same(got.message["y"][0], got.message["X"])
            assert got.fds == ()
        del got
        assert open_descriptors() == before
        os.close(shared.fd)

    def test_other_descriptors_are_handed_over(self, ends: Any) -> None:
        one, other = Channel.over(ends[0], LIMITS), Channel.over(ends[1], LIMITS, takes_fds=True)
        reading, writing = os.pipe()
        shared = SharedArray.of(np.ones(3))
        one.send({"X": shared}, fds=(reading, writing))
        got = other.receive()
        os.write(got.fds[1], b"through")
        assert os.read(got.fds[0], 10) == b"through"
        for fd in (reading, writing, shared.fd, *got.fds):
            os.close(fd)

    def test_who_does_not_take_them_gets_none(self, ends: Any) -> None:
        """The judge reads with a call that cannot take them: the kernel closes them."""
        judge = Channel.over(ends[1], LIMITS)
        before = open_descriptors()
        null = os.open(os.devnull, os.O_RDONLY)
        socket.send_fds(ends[0], [frame({"value": 1})], [null] * 3)
        assert judge.receive().message == {"value": 1}
        Channel.over(ends[0], LIMITS).send({"value": 1}, fds=(null,))
        with pytest.raises(ProtocolViolation):
            judge.receive()
        os.close(null)
        assert open_descriptors() == before

    @pytest.mark.parametrize(
        ("count", "data"),
        [
            (2, frame({"value": 1})),
            (1, head(header=1, fds=2) + b"\x80"),
            (8, head(b"junk")),
            (3, head(header=1, fds=3) + b"\xc1"),
        ],
    )
    def test_those_that_nobody_asked_for_are_closed(
        self, ends: Any, count: int, data: bytes
    ) -> None:
        worker = Channel.over(ends[1], LIMITS, takes_fds=True)
        before = open_descriptors()
        null = os.open(os.devnull, os.O_RDONLY)
        socket.send_fds(ends[0], [data], [null] * count)
        with pytest.raises(ProtocolViolation):
            worker.receive()
        os.close(null)
        assert open_descriptors() == before

    def test_only_so_many_and_only_over_a_socket(self, ends: Any) -> None:
        channel = Channel.over(ends[0], LIMITS)
        with pytest.raises(TooLarge):
            channel.send({}, fds=[0] * 9)
        reading, writing = os.pipe()
        pipe = Channel(reading, writing, LIMITS)
        with pytest.raises(TooLarge):
            pipe.send({}, fds=[0])
        pipe.close()


def fuzzed(data: bytes, read: Callable[[bytes], Frame]) -> None:
    try:
        read(data)
    except NOT_FRAMES:
        return


@PATIENT
@given(
    st.binary(max_size=300)
    | st.builds(
        lambda header, buffers, fds, rest: head(b"NGF1", header, buffers, fds) + rest,
        st.integers(0, 40) | st.integers(0, 2**32 - 1),
        st.integers(0, 3) | st.integers(0, 2**16 - 1),
        st.integers(0, 2),
        st.binary(max_size=100),
    )
)
def test_junk_is_no_frame(data: bytes) -> None:
    """Whatever comes, only the three exceptions of the protocol do."""
    fuzzed(data, received)
    fuzzed(data, lambda junk: received(junk, takes_fds=True))


WHOLE = frame({"id": 7, "value": (np.arange(300.0), {"a": [1, None, "x"]}), "args": [np.eye(2)]})


@PATIENT
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_damaged_frame_is_refused_or_read_but_nothing_else(damage: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for place, byte in damage:
        data[place % len(data)] = byte
    fuzzed(bytes(data), received)
