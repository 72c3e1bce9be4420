"""What student code prints is read while the judge waits, up to a cap, and never holds it up."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest

from grader.judge.output import DrainingChannel, Output
from grader.protocol import Channel, ChannelClosed, DeadlineExceeded, Limits


@pytest.fixture
def ends() -> Iterator[tuple[DrainingChannel, Channel, Output]]:
    ours, theirs = socket.socketpair()
    output = Output(100)
    channel = DrainingChannel.draining(ours, Limits(), output)
    other = Channel.over(theirs, Limits())
    yield channel, other, output
    channel.close()
    other.close()


def test_a_flood_is_drained_while_an_answer_is_awaited(ends: Any) -> None:
    """More than the pipe holds: its writer would wait for us, and we for it."""
    channel, other, output = ends

    def print_and_answer() -> None:
        for _ in range(100):
            os.write(output.write_fd, b"x" * 50_000)
        other.send({"done": 1})
        output.close_writing()

    with ThreadPoolExecutor(1) as pool:
        printing = pool.submit(print_and_answer)
        assert channel.receive(time.monotonic() + 60).message == {"done": 1}
        printing.result()
    assert output.finish() == "x" * 100 + "\n[… 4999900 more bytes]"


def test_a_flood_is_drained_while_a_request_is_sent(ends: Any) -> None:
    channel, other, output = ends

    def print_and_read() -> None:
        for _ in range(10):
            os.write(output.write_fd, b"x" * 50_000)
        other.receive()
        output.close_writing()

    with ThreadPoolExecutor(1) as pool:
        printing = pool.submit(print_and_read)
        channel.send({"value": np.zeros(10**6)}, deadline=time.monotonic() + 60)
        printing.result()
    output.finish()


def test_an_endless_flood_does_not_move_the_deadline(ends: Any) -> None:
    channel, _, output = ends
    stop = threading.Event()
    os.set_blocking(output.write_fd, False)

    def flood() -> None:
        while not stop.is_set():
            try:
                os.write(output.write_fd, b"x" * 50_000)
            except BlockingIOError:
                continue

    with ThreadPoolExecutor(1) as pool:
        flooding = pool.submit(flood)
        try:
            with pytest.raises(DeadlineExceeded):
                channel.receive(time.monotonic() + 0.1)
            assert output.finish().endswith("more bytes]")  # it comes to an end all the same
        finally:
            stop.set()
        assert isinstance(flooding.exception(), (BrokenPipeError, type(None)))
    output.close_writing()


def test_the_end_of_the_output_is_not_the_end_of_the_conversation(ends: Any) -> None:
    """Student code may close its standard output."""
    channel, other, output = ends
    output.close_writing()
    with pytest.raises(DeadlineExceeded):
        channel.receive(time.monotonic() + 0.05)
    other.send({"still": "there"})
    assert channel.receive(time.monotonic() + 60).message == {"still": "there"}
    other.close()
    with pytest.raises(ChannelClosed):
        channel.receive(time.monotonic() + 60)
    assert output.finish() == ""


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (b"", ""),
        (b"x" * 100, "x" * 100),
        (b"x" * 101, "x" * 100 + "\n[… 1 more bytes]"),
        ("я".encode() * 60, "я" * 50 + "\n[… 20 more bytes]"),
        (b"x" + "я".encode() * 50, "x" + "я" * 49 + "\ufffd\n[… 1 more bytes]"),
        (b"\xff\x00", "\ufffd\x00"),
    ],
)
def test_the_cap_counts_bytes(written: bytes, text: str) -> None:
    output = Output(100)
    os.write(output.write_fd, written)
    output.close_writing()
    assert output.finish() == text
