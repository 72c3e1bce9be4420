"""Meeting a worker: one listening socket for each, with a name that cannot be guessed."""

from __future__ import annotations

import contextlib
import secrets
import socket
import time
from pathlib import Path
from typing import Any

from grader.protocol import Channel, ChannelClosed, DeadlineExceeded, ProtocolViolation
from grader.protocol.limits import TRUSTED, Limits

_HELLO_SECONDS = 2.0
_STRANGER = Limits(header=1024, buffers=0, payload=0, items=8)


class Listener:
    """A socket on the wall that exactly one worker will connect to."""

    def __init__(self, wall: Path) -> None:
        self.name = f"w-{secrets.token_hex(16)}"
        self.path = wall / self.name
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(self.path))
        self.path.chmod(0o666)
        self.socket.listen(8)

    def accept(self, token: str, deadline: float) -> Channel:
        """The control channel of the worker that shows `token`; others are turned away."""
        while (left := deadline - time.monotonic()) > 0:
            self.socket.settimeout(left)
            with contextlib.suppress(TimeoutError):
                connection, _ = self.socket.accept()
                if _greeted(connection, token, deadline):
                    self.close()
                    return Channel.over(connection, TRUSTED)
                connection.close()
        raise DeadlineExceeded

    def close(self) -> None:
        """Nobody can connect any more."""
        self.socket.close()
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()


def _greeted(connection: socket.socket, token: str, deadline: float) -> bool:
    stranger = Channel.over(connection, _STRANGER)
    with contextlib.suppress(ChannelClosed, DeadlineExceeded, ProtocolViolation):
        hello = stranger.receive(min(deadline, time.monotonic() + _HELLO_SECONDS)).message
        shown = hello.get("token")
        return isinstance(shown, str) and secrets.compare_digest(shown.encode(), token.encode())
    return False


def ask(
    channel: Channel, message: dict[str, Any], seconds: float, fds: tuple[int, ...] = ()
) -> dict[str, Any]:
    """One request to a supervisor, and its answer."""
    deadline = time.monotonic() + seconds
    channel.send(message, fds=fds, deadline=deadline)
    return channel.receive(deadline).message
