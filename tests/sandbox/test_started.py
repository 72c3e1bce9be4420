"""Whoever ends a run misses nothing that another thread has just started."""

from __future__ import annotations

import threading

import pytest

from grader.errors import InfrastructureError
from grader.sandbox.started import Lanes, Workers


class Recorded:
    """A worker that may refuse to go."""

    def __init__(self, *, stubborn: bool = False) -> None:
        self.stubborn = stubborn
        self.stopped = False

    def stop(self) -> None:
        if self.stubborn:
            raise InfrastructureError("it stays")
        self.stopped = True


def test_a_close_waits_for_a_lane_that_is_being_opened() -> None:
    """The lane is in nobody's list while it is made; the close must not pass it by."""
    lanes: Lanes[str] = Lanes()
    closed: list[list[str]] = []
    closing = threading.Thread(target=lambda: closed.append(lanes.close()))

    def make() -> str:
        closing.start()
        closing.join(timeout=0.2)  # it gets every chance to be too early
        return "lane"

    assert lanes.open(make) == "lane"
    closing.join()
    assert closed == [["lane"]]


def test_no_lane_opens_behind_the_close() -> None:
    lanes: Lanes[str] = Lanes()
    lanes.close()
    with pytest.raises(InfrastructureError, match="no lane is opened"):
        lanes.open(lambda: "lane")
    assert lanes.close() == []


def test_all_workers_are_stopped_past_one_that_stays() -> None:
    workers: Workers[Recorded] = Workers()
    started = [Recorded(), Recorded(stubborn=True), Recorded()]
    for worker in started:
        workers.add(worker)
    with pytest.raises(InfrastructureError, match="it stays"):
        workers.stop_all()
    assert [worker.stopped for worker in started] == [True, False, True]
    assert workers.running() == [started[1]]


def test_a_worker_that_comes_too_late_is_stopped() -> None:
    workers: Workers[Recorded] = Workers()
    workers.stop_all()
    late = Recorded()
    with pytest.raises(InfrastructureError, match="no worker is started"):
        workers.add(late)
    assert late.stopped
