"""Process 1 of a worker: connects to the judge and does what it asks, in the judge's name only."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

from grader.protocol import Channel, ChannelClosed
from grader.protocol.limits import TRUSTED
from grader.worker import files, system

_CONNECT_SECONDS = 10.0


def main() -> None:
    """Serve one judge until its channel closes."""
    settings = _take_settings()
    control = _connect(settings["GRADER_SOCKET"], settings["GRADER_TOKEN"])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # process 1 gets no signal that it does not handle
    _import_numpy()
    system.undumpable()
    system.adopt_orphans()
    try:
        Supervisor(control, Path(settings["GRADER_SCRATCH"]), jailed=os.getpid() == 1).serve()
    except ChannelClosed:
        pass
    finally:
        os._exit(0)


class Supervisor:
    """Answers the control channel: load, start, sweep, facts."""

    def __init__(self, control: Channel, scratch: Path, *, jailed: bool) -> None:
        self.control = control
        self.scratch = scratch
        self.jailed = jailed
        self.template = 0
        self.files: dict[str, bytes] = {}
        self.marks: dict[Path, files.Mark] = {}

    @property
    def folder(self) -> Path:
        """Where the submission's files lie."""
        return self.scratch / "submission"

    def serve(self) -> None:
        """Answer every request; ends with the judge."""
        actions = {
            "load": self._load,
            "start": self._start,
            "sweep": self._sweep,
            "facts": self._facts,
        }
        self.control.send({"op": "prepared"})
        while True:
            frame = self.control.receive()
            reply = actions[frame.message["op"]](frame.message, frame.fds)
            self.control.send(reply)

    def _load(self, message: dict[str, Any], _: tuple[int, ...]) -> dict[str, Any]:
        """Write the submission's files below the scratch folder and set the limits."""
        self.files = dict(message["files"])
        self.marks = files.write_files(self.folder, self.files)
        system.limit_process(
            file_bytes=message["file_bytes"],
            open_files=message["open_files"],
            address_space=message["address_space"],
        )
        return {"ok": True}

    def _start(self, _: dict[str, Any], fds: tuple[int, ...]) -> dict[str, Any]:
        """Fork the template, which gets the two descriptors: its channel and its output."""
        channel_fd, output_fd = fds
        self.template = os.fork()
        if self.template == 0:
            self.control.close()
            _become_students(self.scratch)
            from grader.worker.template import serve  # noqa: PLC0415  (student's side only)

            serve(channel_fd, output_fd, self.folder)
        os.close(channel_fd)
        os.close(output_fd)
        return {"ok": True}

    def _sweep(self, _: dict[str, Any], __: tuple[int, ...]) -> dict[str, Any]:
        """Between two tests: nothing may be left of the one before, and the template must run."""
        clean = system.kill_others({self.template}, jailed=self.jailed)
        clean &= files.clear_folder(self.scratch, keep={self.folder.name})
        clean &= self._restored()
        clean &= system.state(self.template) not in "ZXTt"
        system.reap()
        return {"ok": clean, **self._measured()}

    def _restored(self) -> bool:
        if files.holds_just(self.folder, self.marks):
            return True
        try:
            self.marks = files.write_files(self.folder, self.files)
        except (OSError, RecursionError):
            return False
        return True

    def _facts(self, _: dict[str, Any], __: tuple[int, ...]) -> dict[str, Any]:
        system.reap()
        return {"ok": True, **self._measured()}

    def _measured(self) -> dict[str, Any]:
        """Facts of the kernel's; outside of a jail memory kills would be those of others too."""
        return {
            "cpu_seconds": system.cpu_seconds(jailed=self.jailed),
            "memory_kills": system.memory_kills() if self.jailed else 0,
        }


def _take_settings() -> dict[str, str]:
    """Read what the container was created with, and clear it: the token is in it."""
    settings = {name: value for name, value in os.environ.items() if name.startswith("GRADER_")}
    for name in ("GRADER_SOCKET", "GRADER_TOKEN", "GRADER_SCRATCH"):
        if name not in settings:
            sys.exit(f"worker: {name} is not set; this program is started by the grader")
    return settings


def _connect(path: str, token: str) -> Channel:
    sock = socket.socket(socket.AF_UNIX)
    sock.settimeout(_CONNECT_SECONDS)
    sock.connect(path)
    control = Channel.over(sock, TRUSTED, takes_fds=True)
    control.send({"op": "hello", "token": token}, deadline=time.monotonic() + _CONNECT_SECONDS)
    return control


def _import_numpy() -> None:
    """Import once, before any fork, with what the environment says about BLAS threads."""
    gc.disable()
    for name in ("numpy", "numpy.random", "grader.worker.template"):
        importlib.import_module(name)
    gc.enable()
    gc.freeze()
    system.forget_environment()


def _become_students(scratch: Path) -> None:
    """The last lines of ours in a process that will run student code."""
    system.die_with_parent()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.setsid()
    os.chdir(scratch)
    os.environ.update(HOME=str(scratch), TMPDIR=str(scratch), PATH="/usr/local/bin:/usr/bin:/bin")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
