"""What a lane of jails does when the system, a group or another thread gets in its way."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.errors import InfrastructureError
from grader.sandbox import bwrap, cgroup, jail
from grader.sandbox.bwrap import BwrapLane, BwrapSandbox
from grader.sandbox.cgroup import Group
from grader.sandbox.contract import WorkerLimits
from tests.walls import open_wall

pytestmark = pytest.mark.bwrap
LIMITS = WorkerLimits(memory_mb=256, processes=32)


@pytest.fixture
def sandbox() -> Iterator[BwrapSandbox]:
    opened = open_wall("bwrap")
    assert isinstance(opened, BwrapSandbox)
    yield opened
    opened.close()


@pytest.fixture
def lane(sandbox: BwrapSandbox) -> Iterator[BwrapLane]:
    opened = sandbox.open_lane(LIMITS)
    yield opened
    opened.close()


@pytest.fixture
def grouped(lane: BwrapLane, sandbox: BwrapSandbox) -> BwrapLane:
    if not sandbox.has_groups:
        pytest.skip("no control group can be written here")
    return lane


def groups_of(sandbox: BwrapSandbox) -> list[Path]:
    """The folders of this run's control groups."""
    parents = (cgroup._ROOT, cgroup._ROOT / "memory", cgroup._ROOT / "pids")
    return [found for one in parents for found in one.glob(f"grader-{sandbox.run.id}-*")]


def descriptors() -> set[str]:
    """What this process has open."""
    return {path.name for path in Path("/proc/self/fd").iterdir()}


def refuse(*_: object, **__: object) -> None:
    raise OSError(24, "Too many open files")


def test_where_groups_can_be_made_no_worker_runs_without(
    grouped: BwrapLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bwrap, "make_group", lambda *_, **__: None)
    with pytest.raises(InfrastructureError, match="control group could not be made"):
        grouped.start_worker("w-0", "token")
    assert grouped._workers.running() == []


def test_where_none_can_be_made_workers_run_without(lane: BwrapLane, sandbox: BwrapSandbox) -> None:
    sandbox.has_groups = False
    lane.start_worker("w-0", "token")
    assert groups_of(sandbox) == []


def test_a_jail_that_does_not_start_leaves_neither_group_nor_descriptor(
    grouped: BwrapLane, sandbox: BwrapSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = descriptors()
    monkeypatch.setattr(jail, "Child", refuse)
    with pytest.raises(InfrastructureError, match="a worker could not be started") as caught:
        grouped.start_worker("w-0", "token")
    assert "ulimit -n" in str(caught.value.hint)
    assert groups_of(sandbox) == []
    assert descriptors() == before


def test_no_lane_is_opened_behind_the_close(sandbox: BwrapSandbox) -> None:
    sandbox.close()
    with pytest.raises(InfrastructureError, match="no lane is opened"):
        sandbox.open_lane(LIMITS)


def test_two_threads_may_stop_one_worker(lane: BwrapLane, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second waits for the first: it must neither read a closed descriptor nor run ahead."""
    worker = lane.start_worker("w-0", "token")
    second = threading.Thread(target=worker.stop)
    read: list[int] = []
    really_read = os.read

    def reading(fd: int, count: int) -> bytes:
        read.append(fd)
        if len(read) == 1:
            second.start()
            second.join(timeout=0.2)  # it gets every chance to come in between
        return really_read(fd, count)

    monkeypatch.setattr(jail.os, "read", reading)
    worker.stop()
    second.join()
    assert len(read) == 1
    assert worker.stopped


def test_two_threads_may_kill_one_jail(lane: BwrapLane, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge's jail has no worker around it; Ctrl-C and the lane's own close both end it."""
    read: list[int] = []
    second = threading.Thread(target=lane._judge.kill)
    really_read = os.read

    def reading(fd: int, count: int) -> bytes:
        read.append(fd)
        if len(read) == 1:
            second.start()
            second.join(timeout=0.2)
        return really_read(fd, count)

    monkeypatch.setattr(jail.os, "read", reading)
    lane._judge.kill()
    second.join()
    assert len(read) == 1


def test_the_other_workers_end_past_one_that_cannot_be_ended(
    lane: BwrapLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers = [lane.start_worker(f"w-{number}", "token") for number in range(3)]
    with monkeypatch.context() as patch:
        patch.setattr(workers[1], "stop", _fail)
        with pytest.raises(InfrastructureError, match="it stays"):
            lane.end_jails()
    assert [worker.stopped for worker in workers] == [True, False, True]
    assert lane._judge.child.process.returncode is not None


def _fail() -> None:
    raise InfrastructureError("it stays")


def test_the_lock_is_given_back_past_a_lane_that_cannot_be_ended(
    sandbox: BwrapSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanes = [sandbox.open_lane(LIMITS) for _ in range(2)]
    with monkeypatch.context() as patch:
        patch.setattr(lanes[1], "end_jails", _fail)
        with pytest.raises(InfrastructureError, match="it stays"):
            sandbox.close()
    assert lanes[0]._judge.child.process.returncode is not None
    assert sandbox.run._file.closed
    for lane in lanes:
        lane.close()


def test_a_group_that_stays_busy_is_our_own_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_: Path) -> None:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr(cgroup, "_REMOVE_SECONDS", -1.0)
    monkeypatch.setattr(Path, "rmdir", busy)
    with pytest.raises(InfrastructureError, match="cannot be removed: Device or") as caught:
        Group((Path("/sys/fs/cgroup/stuck"),)).remove()
    assert "cgroup.procs" in str(caught.value.hint)
