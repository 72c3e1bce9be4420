"""What student code prints: read while the judge waits, kept up to a cap, the rest dropped."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import time

from grader.protocol import Channel, DeadlineExceeded, Limits

_CHUNK = 64 * 2**10


class Output:
    """The reading end of a pipe that student processes write to."""

    def __init__(self, cap: int) -> None:
        self.read_fd, self.write_fd = os.pipe()
        os.set_blocking(self.read_fd, False)
        self.cap = cap
        self.kept = bytearray()
        self.dropped = 0

    def close_writing(self) -> None:
        """Forget our copy of the writing end, once the student's process has its own."""
        os.close(self.write_fd)

    def drain(self) -> bool:
        """Read what is there, up to one chunk; False at the end of the file."""
        with contextlib.suppress(BlockingIOError):
            data = os.read(self.read_fd, _CHUNK)
            room = self.cap - len(self.kept)
            self.kept += data[: max(room, 0)]
            self.dropped += max(len(data) - room, 0)
            return bool(data)
        return True

    def finish(self) -> str:
        """Everything that was kept, as text, with a note where something was dropped."""
        for _ in range(64):  # whoever goes on writing does not hold us up
            if not _is_ready(self.read_fd) or not self.drain():
                break
        os.close(self.read_fd)
        text = self.kept.decode("utf-8", "replace")
        return f"{text}\n[… {self.dropped} more bytes]" if self.dropped else text


def _is_ready(fd: int) -> bool:
    poller = select.poll()
    poller.register(fd, select.POLLIN)
    return bool(poller.poll(0))


class DrainingChannel(Channel):
    """A channel that keeps reading the student's output while it waits for an answer."""

    def __init__(self, read_fd: int, write_fd: int, limits: Limits) -> None:
        super().__init__(read_fd, write_fd, limits)
        self.output: Output | None = None

    @classmethod
    def draining(cls, sock: socket.socket, limits: Limits, output: Output) -> DrainingChannel:
        """A channel over `sock` that drains `output` on the way."""
        channel = cls.over(sock, limits)
        channel.output = output
        return channel

    def _await(self, fd: int, event: int, deadline: float | None) -> None:
        poller = select.poll()
        poller.register(fd, event)
        if self.output is not None:
            poller.register(self.output.read_fd, select.POLLIN)
        while True:
            left = 3600.0 if deadline is None else deadline - time.monotonic()
            if left <= 0:
                raise DeadlineExceeded
            ready = dict(poller.poll(left * 1000 + 1))
            if fd in ready:
                return
            if self.output is not None and ready and not self.output.drain():
                poller.unregister(self.output.read_fd)
                self.output = None
