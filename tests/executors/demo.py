"""A small assignment without files, and sandboxes whose judges follow a script."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from grader.assignment import Assignment, DataSpec, Limits, Part, TestRow
from grader.model import Environment, SourceFile, Submission, Text, Visibility
from grader.pipeline import Grading
from grader.protocol import Channel, ChannelClosed
from grader.protocol.limits import TRUSTED
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.fake import FakeLane, FakeSandbox

TEXT = Text("title", "название")
ENVIRONMENT = Environment("fake", "0.1.0", "3.11.0", "2.0.0")
WRONG = {"en": "wrong", "ru": "неверно"}
OUTCOMES: dict[str, dict[str, Any]] = {
    "svm/test_a": {"verdict": "passed", "fraction": 1.0},
    "svm/test_b": {"verdict": "partial", "fraction": 0.25, "message": WRONG},
    "softmax/test_a": {"verdict": "failed", "message": WRONG, "stdout": "printed\n"},
}


def assignment() -> Assignment:
    """Parts svm (2 + 4 points) and softmax (3)."""
    points = {"svm": {"test_a": 2.0, "test_b": 4.0}, "softmax": {"test_a": 3.0}}
    limits = Limits(call_seconds=2.0, test_seconds=5.0, submission_seconds=20.0, output_kb=3)
    parts = tuple(
        Part(
            part,
            TEXT,
            tuple(
                TestRow(f"{part}/{name}", part, name, TEXT, worth, Visibility.VISIBLE, limits)
                for name, worth in tests.items()
            ),
        )
        for part, tests in points.items()
    )
    here = Path()
    return Assignment(
        name="demo",
        title=TEXT,
        summary=TEXT,
        modules=("svm.py", "softmax.py"),
        limits=limits,
        conventions={"l2_factor": 1},
        data=DataSpec(),
        due=None,
        release=None,
        minimum_wall=None,
        parts=parts,
        path=here,
        template=here,
        reference_path=here,
        hidden=(SourceFile("test_svm.py", b"hidden"),),
        reference=(SourceFile("svm.py", b"reference"),),
        sha256="a" * 64,
    )


def grading(**changes: Any) -> Grading:
    """What all submissions of the demo have in common."""
    fields = {
        "assignment": assignment(),
        "environment": ENVIRONMENT,
        "data": {"cifar10": "synthetic"},
        "course_key": b"k" * 32,
        **changes,
    }
    return Grading(**fields)


def submission(name: str = "ivanova", sha256: str = "0" * 64) -> Submission:
    """A submission of one file."""
    return Submission(name, (SourceFile("svm.py", b"x = 1\n"),), sha256)


class Lane(FakeLane):
    """A fake lane whose judge thread is over when it is closed."""

    def close(self) -> None:
        super().close()
        self._thread.join()  # its descriptor may be another lane's once it is closed
        self._judge.close()

    def end(self) -> None:
        """End the conversation from the judge's side."""
        assert self._judge._socket is not None
        with contextlib.suppress(OSError):
            self._judge._socket.shutdown(socket.SHUT_RDWR)


class Sandbox(FakeSandbox):
    """Opens lanes with one script after the other, the last one for all that follow."""

    def __init__(self, *scripts: Mapping[str, Any]) -> None:
        super().__init__(scripts[-1])
        self.scripts = list(scripts)
        self.lanes: list[Any] = []
        self.closed = False

    def open_lane(self, limits: WorkerLimits) -> Any:
        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        self.lanes.append(Lane(script))
        return self.lanes[-1]

    def close(self) -> None:
        self.closed = True
        for lane in self.lanes:
            lane.end()


class StuckLane:
    """A lane whose judge takes a submission and never says anything again."""

    address_space = None

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self.channel = Channel.over(ours, TRUSTED)
        self._theirs = theirs
        self._judge = Channel.over(theirs, TRUSTED)
        self.busy = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        try:
            tests = list(self._judge.receive().message["tests"])
            self._judge.send({"op": "ready", "tests": tests, "socket": "w-0"})
            self._judge.receive()
            self.busy.set()
            self._judge.receive()
        except ChannelClosed:
            self._judge.close()

    def start_worker(self, socket: str, token: str) -> Any:
        return FakeLane.start_worker(self, socket, token)  # type: ignore[arg-type]

    def log(self) -> str:
        return ""

    def end(self) -> None:
        """End the conversation from the judge's side."""
        with contextlib.suppress(OSError):
            self._theirs.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.channel.close()


class StuckSandbox(Sandbox):
    """Its lanes are stuck until it is closed; `when_busy` is called once one is."""

    def __init__(self, when_busy: Callable[[], None] = lambda: None) -> None:
        super().__init__({})
        self.when_busy = when_busy

    def open_lane(self, limits: WorkerLimits) -> Any:
        lane = StuckLane()
        self.lanes.append(lane)
        threading.Thread(target=self._tell, args=(lane,), daemon=True).start()
        return lane

    def _tell(self, lane: StuckLane) -> None:
        lane.busy.wait()
        self.when_busy()
