"""Children end with all of their session, and a refusal of the system is told in words."""

from __future__ import annotations

import os
import select
from collections.abc import Iterator

import pytest

from grader.errors import InfrastructureError
from grader.sandbox.children import Child, LogFile
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.process import ProcessLane, ProcessSandbox

_LEAVES_ONE_BEHIND = "sleep 1000 & exit 0"


@pytest.fixture
def log() -> Iterator[LogFile]:
    file = LogFile()
    yield file
    file.close()


def wait_until_dead(child: Child) -> None:
    """Block until the child has ended, and leave it to its owner to collect it."""
    os.waitid(os.P_PID, child.process.pid, os.WEXITED | os.WNOWAIT)


def test_what_a_dead_leader_left_behind_is_killed(log: LogFile) -> None:
    """Whoever holds the write end lives: the end of the pipe says that nobody does."""
    reading, writing = os.pipe()
    child = Child(["/bin/sh", "-c", _LEAVES_ONE_BEHIND], {}, log, pass_fds=[writing])
    os.close(writing)
    wait_until_dead(child)
    assert select.select([reading], [], [], 0)[0] == []
    child.kill()
    assert select.select([reading], [], [], 10)[0] == [reading]
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_a_child_is_killed_once(log: LogFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its number may be somebody else's by the second time."""
    child = Child(["/bin/sh", "-c", "exit 0"], {}, log)
    child.kill()
    killed: list[int] = []
    monkeypatch.setattr(os, "killpg", lambda group, signal: killed.append(group))
    child.kill()
    assert killed == []


def test_a_lane_keeps_a_worker_that_died_until_it_is_stopped() -> None:
    lane = ProcessLane(WorkerLimits())
    try:
        dead = lane.start_worker("w-0", "token")  # there is no socket: it ends by itself
        wait_until_dead(dead._child)
        alive = lane.start_worker("w-1", "token")
        assert lane._workers.running() == [dead, alive]
    finally:
        lane.close()
    assert lane._workers.running() == []


def _refuse(*_: object, **__: object) -> None:
    raise OSError(11, "Resource temporarily unavailable")


def test_a_process_worker_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    lane = ProcessLane(WorkerLimits())
    try:
        monkeypatch.setattr("subprocess.Popen.__init__", _refuse)
        with pytest.raises(InfrastructureError, match="a worker could not be started") as caught:
            lane.start_worker("w-0", "token")
        assert "ulimit -u" in str(caught.value.hint)
    finally:
        monkeypatch.undo()
        lane.close()


def test_a_lane_without_room_for_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkdtemp", _refuse)
    with pytest.raises(InfrastructureError, match="the judge could not be started"):
        ProcessSandbox().open_lane(WorkerLimits())
