"""Frames over the standard streams of a container, as the engine's attach call carries them.

The engine puts a header of 8 bytes before each piece of output: the stream's number, three zero
bytes, and the length (big endian). What goes in has no header.
Source: Docker Engine API, ContainerAttach, "Stream format".
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
from typing import Any

import docker

from grader.protocol import Channel
from grader.protocol.limits import TRUSTED, Limits

_HEADER = struct.Struct(">BxxxL")
_STDOUT = 1
_LOG_TAIL = 16 * 2**10


class AttachedChannel(Channel):
    """A channel that takes the multiplexed stream apart: frames from stdout, a log from stderr."""

    def __init__(self, read_fd: int, write_fd: int, limits: Limits) -> None:
        super().__init__(read_fd, write_fd, limits)
        self._stream: Any = None
        self._head = bytearray()
        self._left = 0
        self._number = 0
        self._log = bytearray()

    @classmethod
    def to(cls, client: docker.DockerClient, container: str) -> AttachedChannel:
        """Attach to a container that was created but not started yet."""
        params = {"stdin": 1, "stdout": 1, "stderr": 1, "stream": 1}
        stream = client.api.attach_socket(container, params=params)
        channel = cls(stream.fileno(), stream.fileno(), TRUSTED)
        channel._stream = stream  # it owns the descriptor
        return channel

    def log(self) -> str:
        """The end of what the container wrote to its standard error."""
        return bytes(self._log[-_LOG_TAIL:]).decode("utf-8", "replace")

    def interrupt(self) -> None:
        """Have a read or write in another thread end at once."""
        with contextlib.suppress(OSError, AttributeError):
            self._stream._sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Detach; the container's standard input ends."""
        sock = getattr(self._stream, "_sock", self._stream)  # the file around it does not close it
        for one in (self._stream, sock):
            if one is not None:
                with contextlib.suppress(OSError):
                    one.close()

    def _read_now(self, free: memoryview, fds: list[int]) -> int:
        while True:
            if not self._left and not self._read_header():
                return 0
            if self._number == _STDOUT:
                count = os.readv(self.read_fd, [free[: self._left]])
                self._left -= count
                return count
            data = os.read(self.read_fd, self._left)
            self._left -= len(data)
            self._log += data
            del self._log[: -2 * _LOG_TAIL]
            if not data:
                return 0

    def _read_header(self) -> bool:
        """Read a header, over several calls if need be; False at the end of the file."""
        while len(self._head) < _HEADER.size:
            data = os.read(self.read_fd, _HEADER.size - len(self._head))
            if not data:
                return False
            self._head += data
        self._number, self._left = _HEADER.unpack(self._head)
        self._head.clear()
        return True
