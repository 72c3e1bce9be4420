"""Which verdict follows from which facts: the kernel's and the engine's, told by the supervisor."""

from __future__ import annotations

import socket
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.judge import session as session_module
from grader.judge import stops
from grader.judge.endings import StudentStopped
from grader.judge.job import Job
from grader.judge.output import DrainingChannel, Output
from grader.judge.process import TestProcess
from grader.judge.session import Session, Worker, WorkerLost, _one_way
from grader.judge.workers import Listener
from grader.model import Verdict
from grader.protocol import (
    Channel,
    ChannelClosed,
    DeadlineExceeded,
    Limits,
    ProtocolViolation,
)
from grader.protocol.limits import TRUSTED

LATE = stops.timeout("work.f", 2.0)


class Supervisor:
    """A supervisor that knows these facts; a thread answers for it."""

    def __init__(self) -> None:
        self.kills = 0
        self.clean = True
        self.silent = False
        self.asked: list[str] = []
        self.ours, theirs = (Channel.over(end, TRUSTED) for end in socket.socketpair())
        self.theirs = theirs
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self) -> None:
        try:
            while True:
                self.asked.append(self.theirs.receive().message["op"])
                facts = {"ok": self.clean, "memory_kills": self.kills, "cpu_seconds": 1.5}
                if not self.silent:
                    self.theirs.send(facts)
        except ChannelClosed:
            self.theirs.close()

    def end(self) -> None:
        self.ours.close()
        self.thread.join()


class Host:
    """The host's answers; `stopped` counts the workers that were given back."""

    def __init__(self) -> None:
        self.stopped = 0
        self.engine_says_memory = False

    def start_worker(self, socket_name: str) -> str:
        return "token"

    def stop_worker(self) -> bool:
        self.stopped += 1
        return self.engine_says_memory


class Scene:
    """A session in the middle of a submission, with a worker that has one template."""

    def __init__(self, wall: Path) -> None:
        limits = {"output_bytes": 100, "memory_mb": 64, "call_seconds": 2.0}
        job = Job([], ["work"], {}, 0, {**limits, "file_bytes": 1, "open_files": 1})
        self.host = Host()
        self.session = Session(self.host, wall, job, time.monotonic() + 60)  # type: ignore[arg-type]
        self.supervisor = Supervisor()
        ours, self.template = socket.socketpair()
        output = Output(100)
        output.close_writing()
        template = DrainingChannel.draining(ours, Limits(), output)
        self.session.worker = Worker(self.supervisor.ours, template, output, memory_kills=0)

    def process(self, seconds: float = 60.0) -> TestProcess:
        return self.session.begin(7, 2.0, seconds)

    def close(self) -> None:
        self.session._discard()
        self.template.close()
        self.supervisor.end()


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    scene = Scene(tmp_path)
    yield scene
    scene.close()


@pytest.mark.parametrize(
    ("fault", "verdict"),
    [
        (ChannelClosed("end of file"), Verdict.CRASHED),
        (DeadlineExceeded(), Verdict.TIMEOUT),
        (ProtocolViolation("not a frame"), Verdict.PROTOCOL_ERROR),
    ],
)
class TestFaults:
    def test_by_itself_each_has_its_verdict(
        self, scene: Scene, fault: Exception, verdict: Verdict
    ) -> None:
        assert scene.session.stopped(fault, "work.f", LATE).verdict is verdict
        assert scene.session.worker is None
        assert scene.host.stopped == 1

    def test_a_memory_kill_of_the_kernels_explains_it(
        self, scene: Scene, fault: Exception, verdict: Verdict
    ) -> None:
        scene.supervisor.kills = 1
        ending = scene.session.stopped(fault, "work.f", LATE)
        assert ending.verdict is Verdict.MEMORY_LIMIT
        assert ending.message.en == "work.f needed more than 64 MB of memory."

    def test_or_the_engine_does(self, scene: Scene, fault: Exception, verdict: Verdict) -> None:
        scene.host.engine_says_memory = True
        ending = scene.session.stopped(fault, "work.f", LATE)
        assert ending.verdict is Verdict.MEMORY_LIMIT

    def test_a_kill_of_an_earlier_tests_does_not(
        self, scene: Scene, fault: Exception, verdict: Verdict
    ) -> None:
        """A child of that one's; the test itself had passed."""
        process = scene.process()
        scene.supervisor.kills = 1
        scene.session.end(process)
        assert scene.session.stopped(fault, "work.f", LATE).verdict is verdict

    def test_a_supervisor_that_is_gone_changes_nothing(
        self, scene: Scene, fault: Exception, verdict: Verdict
    ) -> None:
        scene.supervisor.theirs._socket.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]
        assert scene.session.stopped(fault, "work.f", LATE).verdict is verdict

    def test_nor_does_a_silent_one(
        self,
        scene: Scene,
        monkeypatch: pytest.MonkeyPatch,
        fault: Exception,
        verdict: Verdict,
    ) -> None:
        monkeypatch.setattr(session_module, "_FACT_SECONDS", 0.05)
        scene.supervisor.silent = True
        assert scene.session.stopped(fault, "work.f", LATE).verdict is verdict


class TestSweeping:
    def test_a_clean_worker_is_kept(self, scene: Scene) -> None:
        scene.session.end(scene.process())
        assert scene.supervisor.asked == ["sweep"]
        assert scene.session.worker is not None

    def test_another_one_is_replaced(self, scene: Scene) -> None:
        scene.supervisor.clean = False
        scene.session.end(scene.process())
        assert (scene.session.worker, scene.host.stopped) == (None, 1)

    def test_so_is_one_that_does_not_answer(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Later its answer would be taken for that to the next question."""
        monkeypatch.setattr(session_module, "_FACT_SECONDS", 0.05)
        scene.supervisor.silent = True
        scene.session.end(scene.process())
        assert (scene.session.worker, scene.host.stopped) == (None, 1)

    def test_one_that_does_not_tell_its_time_ends_the_test(
        self, scene: Scene, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert scene.session.cpu_seconds("work.f") == 1.5
        monkeypatch.setattr(session_module, "_FACT_SECONDS", 0.05)
        scene.supervisor.silent = True
        with pytest.raises(StudentStopped):
            scene.session.cpu_seconds("work.f")
        assert scene.session.worker is None


class TestTime:
    def test_after_the_end_nothing_is_begun(self, scene: Scene) -> None:
        """No new worker either: each would cost time that is not there any more."""
        scene.session._discard()
        scene.session.deadline = time.monotonic()
        for begin in (scene.process, lambda: scene.session.require("work")):
            with pytest.raises(StudentStopped) as caught:
                begin()
            assert caught.value.verdict is Verdict.TIMEOUT
        assert scene.host.stopped == 1

    def test_the_words_name_the_limit_that_was_met(self, scene: Scene) -> None:
        session, process = scene.session, scene.process()
        assert "within 2 s" in session.too_late(process, "work.f").message.en
        process.deadline = time.monotonic()
        assert "this test was used up" in session.too_late(process, "work.f").message.en
        session.deadline = time.monotonic()
        assert "total time" in session.too_late(process, "work.f").message.en
        process.callbacks = 100_001
        assert "more than 100000 times" in session.too_late(process, "work.f").message.en
        session.end(process)


class TestBroken:
    def test_a_module_that_does_not_import_ends_every_test_that_needs_it(
        self, scene: Scene
    ) -> None:
        """Always alike, and without what the tests before had in their frames."""
        scene.session.broken["work"] = stops.missing("work.py")
        lengths = set()
        for _ in range(5):
            with pytest.raises(StudentStopped) as caught:
                scene.session.require("work")
            lengths.add(len(traceback.extract_tb(caught.value.__traceback__)))
        assert len(lengths) == 1

    def test_no_worker_is_a_fault_of_ours(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(session_module, "_START_SECONDS", 0.05)
        scene = Scene(tmp_path)
        scene.session._discard()
        with pytest.raises(WorkerLost):
            scene.session.require("work")
        with pytest.raises(WorkerLost):
            scene.session.open(Listener(tmp_path), "token")
        assert list(tmp_path.iterdir()) == []
        scene.close()


def test_a_process_whose_template_is_gone_is_a_crash(scene: Scene) -> None:
    """And not an answer before the request."""
    scene.template.close()
    process = scene.process()
    with pytest.raises(ChannelClosed):
        process.request({"op": "call"})
    scene.session.end(process)


def test_the_seed_inside_is_another_one() -> None:
    """Stable, so that a test can be run again, and of no use for finding the judge's."""
    assert _one_way(7) == _one_way(7)
    assert len({_one_way(seed) for seed in range(1000)} | set(range(1000))) == 2000
    assert all(0 <= _one_way(seed) < 2**63 for seed in range(1000))
