"""Meeting a worker: only the one that shows the token, in time, whoever else is at the door."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from grader.judge import workers
from grader.judge.workers import Listener
from grader.protocol import Channel, DeadlineExceeded, Limits

TOKEN = "t" * 64


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    listener = Listener(tmp_path)
    yield listener
    listener.close()


def connected(listener: Listener) -> socket.socket:
    sock = socket.socket(socket.AF_UNIX)
    try:
        sock.connect(str(listener.path))
    except OSError:
        sock.close()
        raise
    return sock


def says(**message: object) -> Callable[[socket.socket], None]:
    return lambda sock: Channel.over(sock, Limits()).send(message)


STRANGERS: dict[str, Callable[[socket.socket], object]] = {
    "says nothing": lambda sock: None,
    "hangs up": lambda sock: sock.close(),
    "says junk": lambda sock: sock.send(b"GET / HTTP/1.1\r\n\r\n"),
    "says half a frame": lambda sock: sock.send(b"NGF1\x09"),
    "has no token": says(op="hello"),
    "has another token": says(op="hello", token="t" * 63),
    "has a token of Russian letters": says(op="hello", token="т" * 64),
    "has a token that is no text": says(op="hello", token=[TOKEN]),
    "says too much": says(op="hello", token=TOKEN, more="x" * 2000),
}


@pytest.mark.parametrize("act", STRANGERS.values(), ids=STRANGERS.keys())
def test_strangers_are_turned_away_and_the_worker_is_found(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, act: Callable[[socket.socket], object]
) -> None:
    monkeypatch.setattr(workers, "_HELLO_SECONDS", 0.05)
    with connected(listener) as stranger, connected(listener) as worker:
        act(stranger)
        says(op="hello", token=TOKEN)(worker)
        control = listener.accept(TOKEN, time.monotonic() + 60)
        says(op="prepared")(worker)
        assert control.receive().message == {"op": "prepared"}
        control.close()


def test_the_door_is_shut_behind_it(listener: Listener) -> None:
    with connected(listener) as worker:
        says(op="hello", token=TOKEN)(worker)
        listener.accept(TOKEN, time.monotonic() + 60).close()
    assert not listener.path.exists()
    with pytest.raises(OSError, match="No such file"):
        connected(listener)


def test_nobody_comes(listener: Listener) -> None:
    with pytest.raises(DeadlineExceeded):
        listener.accept(TOKEN, time.monotonic() + 0.05)


def test_a_crowd_of_strangers_does_not_move_the_deadline(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is always one more at the door."""
    monkeypatch.setattr(workers, "_HELLO_SECONDS", 0.01)
    stop = threading.Event()

    def crowd() -> None:
        while not stop.is_set():
            with connected(listener) as stranger:
                stranger.send(b"let me in")

    with ThreadPoolExecutor(2) as pool:
        for _ in range(2):
            pool.submit(crowd)
        try:
            with pytest.raises(DeadlineExceeded):
                listener.accept(TOKEN, time.monotonic() + 0.3)
        finally:
            stop.set()
            listener.close()


def test_a_silent_stranger_does_not_move_the_deadline(listener: Listener) -> None:
    deadline = time.monotonic() + 0.05
    with connected(listener), pytest.raises(DeadlineExceeded):
        listener.accept(TOKEN, deadline)
    assert time.monotonic() < deadline + workers._HELLO_SECONDS


def test_names_cannot_be_guessed(tmp_path: Path) -> None:
    listeners = [Listener(tmp_path) for _ in range(5)]
    assert len({listener.name for listener in listeners}) == 5
    assert all(len(listener.name) == 34 for listener in listeners)
    for listener in listeners:
        listener.close()
