"""The student's first process: imports the submission, then forks once per test."""

from __future__ import annotations

import contextlib
import gc
import os
import random
import signal
import socket
import sys
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn, TextIO

import numpy as np

from grader.protocol import Channel, ChannelClosed, Limits
from grader.worker import system
from grader.worker.exceptions import describe
from grader.worker.imports import SubmissionFinder
from grader.worker.runner import Runner


def serve(channel_fd: int, output_fd: int, folder: Path) -> NoReturn:
    """Answer import and fork requests until the judge closes the channel."""
    try:
        _take_output(output_fd)
        Template(_open(channel_fd), folder, _open_streams()).serve()
    except ChannelClosed:
        os._exit(0)
    finally:
        os._exit(1)


class Template:
    """The submission's modules, imported once."""

    def __init__(self, channel: Channel, folder: Path, streams: list[TextIO]) -> None:
        self.channel = channel
        self.streams = streams
        self.folder = folder
        self.modules: dict[str, ModuleType] = {}
        sys.dont_write_bytecode = True
        self.finder = SubmissionFinder(folder)
        sys.meta_path.append(self.finder)

    def serve(self) -> None:
        """Say that all of ours works, before anything of the student's; then answer in turn."""
        self.channel.send({"status": "ready"})
        while True:
            frame = self.channel.receive()
            if frame.message["op"] == "import":
                reply = self._import(frame.message["module"])
                self.channel.send({"id": frame.message["id"], **reply})
            else:
                self._fork(frame.message["seed"], *frame.fds)

    def _import(self, name: str) -> dict[str, Any]:
        if not (self.folder / f"{name}.py").is_file():
            return {"status": "missing"}
        try:
            self.modules[name] = self.finder.load(name)
            return {"status": "ok"}
        except BaseException as error:
            return {"status": "exception", "exception": describe(error, self.folder)}
        finally:
            _flush()

    def _fork(self, seed: int, channel_fd: int, output_fd: int) -> None:
        _reap()
        if os.fork() == 0:
            self.channel.close()
            system.die_with_parent()
            _take_output(output_fd)
            _replace_streams(self.streams)
            _reseed(seed)
            runner = Runner(_open(channel_fd), self.modules, self.folder)
            try:
                runner.serve()
            except ChannelClosed:
                pass
            finally:
                _flush()
                os._exit(0)
        os.close(channel_fd)
        os.close(output_fd)


def _open(fd: int) -> Channel:
    return Channel.over(socket.socket(fileno=fd), Limits(), takes_fds=True)


def _take_output(fd: int) -> None:
    """Send what student code prints to the judge's pipe."""
    os.dup2(fd, 1)
    os.dup2(fd, 2)
    os.close(fd)


def _open_streams() -> list[TextIO]:
    """Streams that take any text; the supervisor's own may be files, which cannot be changed."""
    sys.stdout = _text_stream(1, line_buffering=True)
    sys.stderr = _text_stream(2, line_buffering=True)
    return [sys.stdout, sys.stderr]


def _replace_streams(inherited: list[TextIO]) -> None:
    """New streams where the inherited ones are in use: a thread may have held their locks."""
    for fd, name, stream in zip((1, 2), ("stdout", "stderr"), inherited, strict=True):
        if getattr(sys, name, None) is stream:
            setattr(sys, name, _text_stream(fd))


def _text_stream(fd: int, *, line_buffering: bool = False) -> TextIO:
    file = open(fd, "wb", closefd=False)  # noqa: SIM115  (lives as long as the process)
    return TextIOWrapper(file, "utf-8", "replace", line_buffering=line_buffering)


def _flush() -> None:
    for name in ("stdout", "stderr"):
        with contextlib.suppress(Exception):
            getattr(sys, name).flush()


def _reap() -> None:
    """Kill and collect the test processes before this one."""
    for pid in system.children(os.getpid()):
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def _reseed(seed: int) -> None:
    """The generators of the standard library and of NumPy start from this test's seed."""
    random.seed(seed)
    np.random.seed(seed % 2**32)
    gc.enable()
