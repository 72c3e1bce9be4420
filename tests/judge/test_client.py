"""The host's end: it starts and stops workers as it is asked; a judge that fails is our fault."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest

from grader.errors import AssignmentError, InfrastructureError
from grader.judge.client import Judge, Setup
from grader.model import SourceFile, Submission, Text, Verdict
from grader.protocol import Channel, ChannelClosed
from grader.protocol.limits import TRUSTED

SETUP = Setup(
    hidden=(("test_svm.py", b"def test_a(): ..."),),
    reference=(("svm.py", b""),),
    tests={"svm/test_a": {"call_seconds": 1.0, "test_seconds": 2.0}},
    conventions={"l2_factor": 1},
    modules=("svm",),
    limits={"submission_seconds": 5.0, "memory_mb": 64},
    data=None,
)
SUBMISSION = Submission("ivanova", (SourceFile("svm.py", b"x = 1"),), "0" * 64)
READY = {"op": "ready", "tests": ["svm/test_a"], "socket": "w-0"}
OUTCOME = {
    "test": "svm/test_a",
    "verdict": "failed",
    "fraction": 0.0,
    "message": {"en": "wrong", "ru": "неверно"},
    "evidence": {"at": [0]},
    "seconds": 0.5,
    "stdout": "printed",
}


def done(*outcomes: dict[str, Any]) -> dict[str, Any]:
    return {"op": "done", "report": {"tests": [{"metadata": one} for one in outcomes]}}


class Worker:
    def __init__(self, lane: Lane, socket: str, token: str) -> None:
        self.lane, self.socket, self.token = lane, socket, token

    def memory_killed(self) -> bool:
        return self.socket == "w-hungry"

    def stop(self) -> None:
        self.lane.running.discard(self.socket)


class Lane:
    """A lane whose judge is a function in a thread."""

    address_space = 2**30

    def __init__(self, judge: Callable[[Channel], object]) -> None:
        ours, theirs = socket.socketpair()
        self.channel = Channel.over(ours, TRUSTED)
        self.judge = Channel.over(theirs, TRUSTED)
        self.running: set[str] = set()
        self.started: list[str] = []
        self.thread = threading.Thread(target=self.play, args=(judge,))
        self.thread.start()

    def play(self, judge: Callable[[Channel], object]) -> None:
        try:
            judge(self.judge)
        except ChannelClosed:
            pass
        finally:
            self.judge.close()

    def start_worker(self, socket: str, token: str) -> Worker:
        self.running.add(socket)
        self.started.append(socket)
        return Worker(self, socket, token)

    def log(self) -> str:
        return "Segmentation fault"

    def close(self) -> None:
        self.channel.close()
        self.thread.join()


def scripted(*said: dict[str, Any]) -> Callable[[Channel], None]:
    """A judge that is ready, and says this to its only submission."""

    def judge(channel: Channel) -> None:
        channel.receive()
        channel.send(READY)
        channel.receive()
        for message in said:
            channel.send(message)

    return judge


STARTED = {"op": "started", "socket": "w-1"}
ENDED = {"op": "ended", "status": 0}


def grade(lane: Lane, **more: Any) -> Any:
    judge = Judge(lane, SETUP)
    try:
        return judge.grade(SUBMISSION, {"svm/test_a": 7}, 9, **more)
    finally:
        judge.close()
        lane.close()
        assert lane.running == set()


def test_outcomes_come_as_the_judge_found_them() -> None:
    seen: list[str] = []
    lane = Lane(scripted(STARTED, {"op": "test", "test": "svm/test_a"}, done(OUTCOME), ENDED))
    (outcome,) = grade(lane, on_test=seen.append)
    assert outcome.test == "svm/test_a"
    assert outcome.verdict is Verdict.FAILED
    assert outcome.message == Text("wrong", "неверно")
    assert (outcome.evidence, outcome.seconds, outcome.stdout) == ({"at": [0]}, 0.5, "printed")
    assert seen == ["svm/test_a"]
    assert lane.started == ["w-0", "w-1"]  # one ahead


def test_the_judge_is_told_all_that_it_needs() -> None:
    told: list[dict[str, Any]] = []

    def judge(channel: Channel) -> None:
        told.append(channel.receive().message)
        channel.send(READY)
        told.append(channel.receive().message)
        for message in (STARTED, done(OUTCOME), ENDED):
            channel.send(message)

    grade(Lane(judge))
    setup, request = told
    assert setup["hidden"] == [["test_svm.py", b"def test_a(): ..."]]
    assert setup["tests"] == {"svm/test_a": {"call_seconds": 1.0, "test_seconds": 2.0}}
    assert len(request["token"]) == 64
    assert request["job"] == {
        "files": [["svm.py", b"x = 1"]],
        "modules": ["svm"],
        "seeds": {"svm/test_a": 7},
        "secret": 9,
        "limits": {"submission_seconds": 5.0, "memory_mb": 64, "address_space": 2**30},
    }


def test_workers_are_replaced_on_request() -> None:
    """Each new one replaces the one before; what the engine says of memory is passed on."""
    answers: list[dict[str, Any]] = []

    def judge(channel: Channel) -> None:
        channel.receive()
        channel.send(READY)
        channel.receive()
        channel.send(STARTED)
        for message in (
            {"op": "stop_worker"},
            {"op": "stop_worker"},
            {"op": "start_worker", "socket": "w-hungry"},
            {"op": "stop_worker"},
            {"op": "start_worker", "socket": "w-2"},
            {"op": "start_worker", "socket": "w-3"},
        ):
            channel.send(message)
            answers.append(channel.receive().message)
        answers.append({"running": lane.running - {"w-1"}})
        channel.send(done(OUTCOME))
        channel.send(ENDED)

    lane = Lane(judge)
    grade(lane)
    assert answers[0] == answers[1] == {"memory_killed": False}
    assert answers[3] == {"memory_killed": True}
    tokens = {answers[n]["token"] for n in (2, 4, 5)}
    assert len(tokens) == 3
    assert answers[6] == {"running": {"w-3"}}


@pytest.mark.parametrize(
    "said",
    [
        (),
        (STARTED,),
        (STARTED, done(OUTCOME)),
        (STARTED, {"op": "ended", "status": -9}),
        (STARTED, {"op": "ended", "status": 1}),
    ],
)
def test_a_judge_that_ends_is_a_fault_of_ours(said: tuple[dict[str, Any], ...]) -> None:
    """Also after the outcomes, if it was not said that they are whole; its last words are kept."""
    with pytest.raises(InfrastructureError) as caught:
        grade(Lane(scripted(*said)))
    assert caught.value.hint is not None
    assert "Segmentation fault" in caught.value.hint


def test_a_judge_that_says_junk_is_a_fault_of_ours() -> None:
    def judge(channel: Channel) -> None:
        channel.receive()
        channel.send(READY)
        channel.receive()
        assert channel._socket is not None
        channel._socket.send(b"Traceback (most recent call last):\n")

    with pytest.raises(InfrastructureError):
        grade(Lane(judge))


def test_a_test_without_an_outcome_is_left_out() -> None:
    """Scoring knows what to make of it."""
    report = {"op": "done", "report": {"tests": [{"nodeid": "test_svm.py::test_a"}]}}
    assert grade(Lane(scripted(STARTED, report, ENDED))) == ()


@pytest.mark.parametrize(
    ("ready", "error", "words"),
    [
        ({"op": "failed", "text": "no"}, InfrastructureError, "could not be collected"),
        ({**READY, "tests": []}, AssignmentError, "svm/test_a"),
        ({**READY, "tests": ["svm/test_a", "svm/test_b"]}, AssignmentError, "svm/test_b"),
    ],
)
def test_a_suite_that_is_not_what_the_rows_say(
    ready: dict[str, Any], error: type[Exception], words: str
) -> None:
    def judge(channel: Channel) -> None:
        channel.receive()
        channel.send(ready)

    lane = Lane(judge)
    with pytest.raises(error, match=words):
        Judge(lane, SETUP)
    lane.close()


def test_a_judge_that_does_not_start() -> None:
    lane = Lane(lambda channel: None)
    with pytest.raises(InfrastructureError, match="did not start"):
        Judge(lane, SETUP)
    lane.close()
