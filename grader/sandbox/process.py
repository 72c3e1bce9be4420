"""The `process` sandbox: plain subprocesses of this user. Convenient, and no protection at all.

Student code runs with every right of the user who called the grader. It is for a student's own
tests and for trusted code; it is never chosen by itself.
"""

from __future__ import annotations

import contextlib
import platform
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np

from grader.language import gettext as _
from grader.protocol import Channel
from grader.protocol.limits import TRUSTED
from grader.sandbox.children import Child, LogFile, starting
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.runtime import layout
from grader.sandbox.started import Lanes, Workers

_ROOT = Path(__file__).parents[2]
_START = "import sys; sys.path.insert(0, {root!r}); from {module} import main; main()"
ENVIRONMENT = {
    **{name: value for name, value in layout.ENVIRONMENT.items() if name != "PATH"},
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
}


class ProcessWorker:
    """A worker as a child process."""

    def __init__(self, child: Child) -> None:
        self._child = child
        self.stopped = False

    def memory_killed(self) -> bool:
        """Nobody counts memory here."""
        return False

    def stop(self) -> None:
        """Kill the worker; its processes die with it."""
        self._child.kill()
        self.stopped = True


class ProcessLane:
    """Judge and workers as children of this process."""

    def __init__(self, limits: WorkerLimits) -> None:
        self.address_space: int | None = 4 * limits.memory_mb * 2**20
        self._folder = Path(tempfile.mkdtemp(prefix="grader-lane-"))
        self._wall = self._folder / "wall"
        self._wall.mkdir()
        self._log = LogFile()
        environment = {
            **ENVIRONMENT,
            "GRADER_WALL": str(self._wall),
            "TMPDIR": str(self._folder),
        }
        self._judge = Child(_command("grader.judge.server"), environment, self._log, frames=True)
        self.channel = Channel(*self._judge.frame_fds(), TRUSTED)
        self._workers: Workers[ProcessWorker] = Workers()

    def start_worker(self, socket: str, token: str) -> ProcessWorker:
        """Start a worker with a scratch folder of its own."""
        with starting(_("a worker")):
            scratch = Path(tempfile.mkdtemp(prefix="worker-", dir=self._folder))
            environment = {
                **ENVIRONMENT,
                "GRADER_SOCKET": str(self._wall / socket),
                "GRADER_TOKEN": token,
                "GRADER_SCRATCH": str(scratch),
            }
            worker = ProcessWorker(Child(_command("grader.worker"), environment, self._log))
        self._workers.add(worker)
        return worker

    def log(self) -> str:
        """The end of what judge and workers printed."""
        return self._log.tail()

    def close(self) -> None:
        """End all children and remove their folder."""
        self.channel.close()
        self.end_children()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._log.close()

    def end_children(self) -> None:
        """Kill the judge and every worker."""
        with contextlib.ExitStack() as ending:
            ending.callback(self._workers.stop_all)
            ending.callback(self._judge.kill)


class ProcessSandbox:
    """Opens lanes of plain processes."""

    name = "process"
    image = None
    python = platform.python_version()
    numpy = np.__version__

    def __init__(self) -> None:
        self._lanes: Lanes[ProcessLane] = Lanes()

    def open_lane(self, limits: WorkerLimits) -> ProcessLane:
        """Start a judge as a child process."""
        with starting(_("the judge")):
            return self._lanes.open(lambda: ProcessLane(limits))

    def close(self) -> None:
        """End all children."""
        for lane in self._lanes.close():
            lane.end_children()


def _command(module: str) -> list[str]:
    return [sys.executable, "-I", "-c", _START.format(root=str(_ROOT), module=module)]
