"""A two-way stream of frames over descriptors, with a deadline on every read and write.

A deadline is a moment of `time.monotonic()`, or None to wait for as long as the other side lives.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from grader.protocol.decoding import Decoder
from grader.protocol.encoding import Encoder
from grader.protocol.limits import Limits
from grader.protocol.values import ProtocolViolation, TooLarge

_MAGIC = b"NGF1"
_PREFIX = struct.Struct("<4sIHH")  # magic, header length, number of buffers, of descriptors
_MOST_FDS = 8
_INLINE = 64 * 2**10
_CHUNK = 2**20


class ChannelClosed(Exception):
    """The other side is gone."""


class DeadlineExceeded(Exception):
    """The other side did not answer in time."""


@dataclass(frozen=True)
class Frame:
    """One received message and the descriptors that came with it."""

    message: dict[str, Any]
    fds: tuple[int, ...] = ()


class Channel:
    """Frames over a pair of descriptors, or over a Unix socket that may also carry descriptors."""

    def __init__(self, read_fd: int, write_fd: int, limits: Limits) -> None:
        self.read_fd = read_fd
        self.write_fd = write_fd
        self.limits = limits
        self._socket: socket.socket | None = None
        self._takes_fds = False
        os.set_blocking(read_fd, False)
        os.set_blocking(write_fd, False)

    @classmethod
    def over(cls, sock: socket.socket, limits: Limits, *, takes_fds: bool = False) -> Self:
        """A channel over a Unix socket. Only the worker takes descriptors; the judge never."""
        sock.setblocking(False)  # a time-out of the socket's own would look like its end
        channel = cls(sock.fileno(), sock.fileno(), limits)
        channel._socket = sock
        channel._takes_fds = takes_fds
        return channel

    def close(self) -> None:
        """Close both directions; calling it again does nothing."""
        fds, self.read_fd, self.write_fd = {self.read_fd, self.write_fd}, -1, -1
        if self._socket is not None:
            self._socket.close()
        else:
            _close(fds - {-1})

    def send(
        self, message: dict[str, Any], *, fds: Sequence[int] = (), deadline: float | None = None
    ) -> None:
        """Send one message; large arrays go straight from their memory."""
        encoder = Encoder(self.limits)
        encoder.fds.extend(fds)
        header = encoder.header(message)
        if encoder.fds and (self._socket is None or len(encoder.fds) > _MOST_FDS):
            raise TooLarge(f"a message of {len(encoder.fds)} descriptors")
        sizes = [len(buffer) for buffer in encoder.buffers]
        prefix = _PREFIX.pack(_MAGIC, len(header), len(sizes), len(encoder.fds))
        head = prefix + struct.pack(f"<{len(sizes)}Q", *sizes) + header
        if sum(sizes) <= _INLINE:
            head = b"".join([head, *encoder.buffers])
            encoder.buffers = []
        self._send_head(head, encoder.fds, deadline)
        for buffer in encoder.buffers:
            self._write(buffer, deadline)

    def receive(self, deadline: float | None = None) -> Frame:
        """Receive one message; its size is checked before anything is allocated."""
        fds: list[int] = []
        try:
            return self._receive(deadline, fds)
        except BaseException:
            _close(fds)
            raise

    def _receive(self, deadline: float | None, fds: list[int]) -> Frame:
        prefix = self._read(_PREFIX.size, deadline, fds)
        magic, header_size, buffer_count, fd_count = _PREFIX.unpack(prefix)
        if magic != _MAGIC:
            raise ProtocolViolation("not a frame")
        if header_size > self.limits.header or buffer_count > self.limits.buffers:
            raise ProtocolViolation("a frame beyond its limits")
        sizes = struct.unpack(f"<{buffer_count}Q", self._read(8 * buffer_count, deadline, fds))
        if sum(sizes) > self.limits.payload:
            raise ProtocolViolation("a payload beyond its limit")
        header = self._read(header_size, deadline, fds)
        buffers = [self._read(size, deadline, fds) for size in sizes]
        if len(fds) != fd_count:
            raise ProtocolViolation("descriptors are missing or were not asked for")
        decoder = Decoder(self.limits, buffers, fds)
        message = decoder.message(header)
        mapped = {-1 - place for place in decoder.taken if place < 0}
        _close(fd for n, fd in enumerate(fds) if n in mapped)  # the mapping has its own
        return Frame(message, tuple(fd for n, fd in enumerate(fds) if n not in mapped))

    def has_input(self) -> bool:
        """Whether something waits to be read from the socket; raises ChannelClosed at its end."""
        assert self._socket is not None
        try:
            waiting = self._socket.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError as error:
            raise ChannelClosed(str(error)) from None
        if not waiting:
            raise ChannelClosed("end of file")
        return True

    def _send_head(self, head: bytes, fds: Sequence[int], deadline: float | None) -> None:
        if not fds:
            self._write(memoryview(head), deadline)
            return
        assert self._socket is not None
        self._await(self.write_fd, select.POLLOUT, deadline)
        try:
            sent = socket.send_fds(self._socket, [head], list(fds))
        except OSError as error:
            raise ChannelClosed(str(error)) from None
        self._write(memoryview(head)[sent:], deadline)

    def _write(self, view: memoryview, deadline: float | None) -> None:
        while view:
            try:
                view = view[os.write(self.write_fd, view[:_CHUNK]) :]
            except BlockingIOError:
                self._await(self.write_fd, select.POLLOUT, deadline)
            except OSError as error:
                raise ChannelClosed(str(error)) from None

    def _read(self, size: int, deadline: float | None, fds: list[int]) -> bytearray:
        data = bytearray(min(size, _CHUNK))
        filled = 0
        while filled < size:
            if filled == len(data):
                data.extend(bytes(min(size - filled, max(len(data), _CHUNK))))
            with memoryview(data) as view, view[filled:] as free:
                filled += self._read_some(free, deadline, fds)
        del data[size:]
        return data

    def _read_some(self, free: memoryview, deadline: float | None, fds: list[int]) -> int:
        try:
            count = self._read_now(free, fds)
        except BlockingIOError:
            self._await(self.read_fd, select.POLLIN, deadline)
            return 0
        except OSError as error:
            raise ChannelClosed(str(error)) from None
        if count == 0:
            raise ChannelClosed("end of file")
        return count

    def _read_now(self, free: memoryview, fds: list[int]) -> int:
        if not self._takes_fds or self._socket is None:
            return os.readv(self.read_fd, [free])
        data, received, _, _ = socket.recv_fds(self._socket, min(len(free), _CHUNK), _MOST_FDS)
        fds.extend(received)
        free[: len(data)] = data
        return len(data)

    def _await(self, fd: int, event: int, deadline: float | None) -> None:
        if not _wait(fd, event, deadline):
            raise DeadlineExceeded


def _close(fds: Iterable[int]) -> None:
    for fd in fds:
        with contextlib.suppress(OSError):
            os.close(fd)


def _wait(fd: int, event: int, deadline: float | None) -> bool:
    """Whether `event` came before `deadline`. A hang-up counts as an event."""
    if fd < 0:
        raise ChannelClosed("closed here")
    poller = select.poll()
    poller.register(fd, event)
    while True:
        left = None if deadline is None else max(0.0, deadline - time.monotonic())
        if poller.poll(None if left is None else int(left * 1000) + (left > 0)):
            return True
        if left is not None and deadline is not None and time.monotonic() >= deadline:
            return False
