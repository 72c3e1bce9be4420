"""The judge's process: collects the hidden suite once, then forks for each submission.

Theory of operation. The host starts this program in a container of its own and speaks with it
over standard input and output, in frames. pytest's own output goes to standard error.

    host ── setup ──────► judge        the suite, the reference, the known mistakes, the data:
                                       never in the image
    host ◄── ready ────── judge        the tests that were collected, and the first socket's name
    host ── grade ──────► judge ─fork─► child     one submission
    host ◄── started ──── judge        the socket on which the next submission's worker may wait
    host ◄── start_worker, stop_worker, test, done ── child
    host ◄── ended ────── judge        how the child's process ended

While a child runs it alone uses the host's channel; the parent only watches for the host's end.
When the host is gone, both end, and with them the channels that keep workers alive.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import pytest

from grader.diagnosis import KnownMistake, Reference
from grader.judge import plugin as judge_plugin
from grader.judge.diagnosing import findings, known_mistakes
from grader.judge.host import Host
from grader.judge.job import Job
from grader.judge.recording import Recorder
from grader.judge.session import Session
from grader.judge.surveying import survey
from grader.judge.workers import Listener
from grader.protocol import Channel, ChannelClosed
from grader.protocol.limits import TRUSTED

_UNUSED = (
    "cacheprovider", "debugging", "doctest", "faulthandler", "junitxml", "logging",
    "monkeypatch", "pastebin", "recwarn", "setuponly", "setupplan", "skipping", "stepwise",
    "subtests", "threadexception", "tmpdir", "unittest", "unraisableexception", "warnings",
)  # fmt: skip
_PYTEST_ARGS = [
    "-c", os.devnull,
    "-p", "pytest_jsonreport.plugin", "--json-report", "--json-report-file=none",
    "--json-report-omit", "collectors", "log", "streams", "keywords", "warnings", "traceback",
    *(part for name in _UNUSED for part in ("-p", f"no:{name}")),
    "--assert=plain", "--tb=no", "--capture=no", "-q",
]  # fmt: skip


def main() -> None:
    """Serve one host until its channel closes."""
    channel = _take_standard_streams()
    with contextlib.suppress(ChannelClosed):
        JudgeServer(channel, Path(os.environ["GRADER_WALL"])).serve()
    os._exit(0)


class JudgeServer:
    """The parent process; a child is the same object with a `session`."""

    def __init__(self, channel: Channel, wall: Path) -> None:
        self.channel = channel
        self.wall = wall
        self.session: Session | None = None
        self.recorder = Recorder()
        self.listener = Listener(wall)
        self.folder = Path(tempfile.mkdtemp(prefix="judge-"))
        self.hidden = self.folder / "hidden"
        self.tests: dict[str, dict[str, Any]] = {}
        self.conventions: dict[str, Any] = {}
        self.data: dict[str, Any] | None = None
        self.reference: list[str] = []
        self.mistakes: tuple[KnownMistake, ...] = ()
        self.diagnosed = True
        self.survey: frozenset[str] = frozenset()

    def serve(self) -> None:
        """Set up, collect, and stay in pytest's run loop."""
        setup = self.channel.receive().message
        self.tests = setup["tests"]
        self.conventions = setup["conventions"]
        self.data = setup["data"]
        self.survey = frozenset(setup["survey"])
        self.diagnosed = setup["diagnosed"]
        _write(self.hidden, setup["hidden"])
        _write(self.folder / "reference", setup["reference"])
        sys.path.append(str(self.folder / "reference"))
        self.reference = [
            path.removesuffix(".py") for path, _ in setup["reference"] if "/" not in path
        ]
        mistakes = setup["mistakes"]
        _write(self.folder / "mistakes", [[f"{one['name']}.py", one["source"]] for one in mistakes])
        self.mistakes = known_mistakes(self.folder / "mistakes", mistakes)
        arguments = [*_PYTEST_ARGS, f"--rootdir={self.hidden}", str(self.hidden)]
        code = pytest.main(arguments, plugins=[judge_plugin.JudgePlugin(self)])
        self.channel.send({"op": "failed", "text": f"pytest ended with {code!r}; see its output"})

    def loop(self, items: list[pytest.Item]) -> None:
        """Grade one submission after the other; called from inside pytest's run loop."""
        collected = [judge_plugin.test_id(item) for item in items]
        self.channel.send({"op": "ready", "tests": collected, "socket": self.listener.name})
        self._import_ahead()
        gc.freeze()
        while True:
            request = self.channel.receive().message
            listener, self.listener = self.listener, Listener(self.wall)
            self.channel.send({"op": "started", "socket": self.listener.name})
            child = os.fork()
            if child == 0:
                self._grade(items, request, listener)
            listener.socket.close()
            self._watch(child)

    def _import_ahead(self) -> None:
        """Import here, once, what every child would import for itself."""
        for name in ("numpy.ma", "numpy.random", *self.reference):
            importlib.import_module(name)

    def _reference_module(self, name: str) -> ModuleType:
        if name not in self.reference:
            raise ImportError(f"the reference has no module {name}")
        return importlib.import_module(name)

    def test_ended(self, outcome: dict[str, Any]) -> None:
        """Progress for the host."""
        self.channel.send({"op": "test", **outcome})

    def _grade(
        self, items: list[pytest.Item], request: dict[str, Any], listener: Listener
    ) -> NoReturn:
        code = 1
        gc.disable()  # a short life: collecting would only copy pages
        try:
            job = Job(**request["job"])
            deadline = time.monotonic() + job.limits["submission_seconds"]
            self.session = Session(Host(self.channel), self.wall, job, deadline)
            self.session.open(listener, request["token"])
            report = judge_plugin.run(items, set(job.seeds))
            found = (
                findings(report, self.recorder, self.mistakes, self._reference_module)
                if self.diagnosed
                else {}
            )
            reference = Reference(self._reference_module)
            surveyed = survey(self.survey, self.recorder, self.mistakes, reference)
            done = {"op": "done", "report": report, "findings": found, "survey": surveyed}
            self.channel.send(done)
            code = 0
        except ChannelClosed:
            pass
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)

    def _watch(self, child: int) -> None:
        """Wait for the child; end it, and ourselves, when the host is gone."""
        pidfd = os.pidfd_open(child)
        poller = select.poll()
        poller.register(pidfd, select.POLLIN)
        poller.register(self.channel.read_fd, 0)  # only hang-ups and errors: the child reads
        ready = dict(poller.poll())
        if pidfd not in ready:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(pidfd)
        if pidfd not in ready:
            raise ChannelClosed("the host is gone")
        self.channel.send({"op": "ended", "status": os.waitstatus_to_exitcode(status)})


def _take_standard_streams() -> Channel:
    """Keep standard input and output for frames; whatever prints goes to standard error."""
    channel = Channel(os.dup(0), os.dup(1), TRUSTED)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    return channel


def _write(folder: Path, files: list[list[Any]]) -> None:
    for name, content in files:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
