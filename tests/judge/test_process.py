"""The judge's end of one conversation: only a whole answer to this very request is one."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from grader.judge import process as process_module
from grader.judge.endings import StudentFailure
from grader.judge.output import DrainingChannel, Output
from grader.judge.process import TestProcess
from grader.protocol import (
    Channel,
    ChannelClosed,
    DeadlineExceeded,
    Function,
    Limits,
    ProtocolViolation,
)
from tests.protocol.wire import PATIENT, values

Script = Callable[[Channel, dict[str, Any]], object]


class Conversation:
    """A judge's end, and a thread in the place of the student's process."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        self.output = Output(1000)
        self.theirs = Channel.over(theirs, Limits())
        channel = DrainingChannel.draining(ours, Limits(), self.output)
        self.process = TestProcess(channel, self.output, 20.0, time.monotonic() + 20.0)
        self.pool = ThreadPoolExecutor(1)

    def ask(self, script: Script, **message: Any) -> dict[str, Any]:
        """One request, which `script` answers."""
        self.pool.submit(lambda: script(self.theirs, self.theirs.receive().message))
        return self.process.request({"op": "call", **message})

    def close(self) -> None:
        self.process.channel.close()
        self.theirs.close()
        self.output.close_writing()
        os.close(self.output.read_fd)
        self.pool.shutdown()


@pytest.fixture
def talk() -> Iterator[Conversation]:
    conversation = Conversation()
    yield conversation
    conversation.close()


def says(**reply: Any) -> Script:
    """A script that answers with `reply`, to the number that was asked."""
    return lambda channel, message: channel.send({"id": message["id"], **reply})


EXCEPTION = {
    "type": "ValueError",
    "text": "no",
    "traceback": ["work.py:1"],
    "not_implemented": False,
}


@pytest.mark.parametrize(
    "reply", [{"value": 1.0}, {"value": None}, {"missing": "work.f"}, {"exception": EXCEPTION}]
)
def test_an_answer(talk: Conversation, reply: dict[str, Any]) -> None:
    got = talk.ask(says(**reply))
    assert {key: got[key] for key in reply} == reply
    assert not talk.process.said_too_much()


def test_fields_that_nobody_asked_for_are_dropped_and_texts_are_cut(talk: Conversation) -> None:
    long = "x" * 5000
    lies = {**EXCEPTION, "type": long, "text": long, "traceback": [long] * 99, "verdict": "passed"}
    got = talk.ask(says(exception=lies))["exception"]
    assert set(got) == set(EXCEPTION)
    assert [len(got["type"]), len(got["text"]), len(got["traceback"])] == [200, 2000, 20]
    assert {len(line) for line in got["traceback"]} == {500}
    assert talk.ask(says(missing=long))["missing"] == "x" * 200


FORGED: dict[str, dict[str, Any]] = {
    "no value": {},
    "no number": {"id": None, "value": 1.0},
    "another number": {"id": 1, "value": 1.0},
    "a number as text": {"id": "1", "value": 1.0},
    "a number as bool": {"id": True, "value": 1.0},
    "a number as an array": {"id": np.array(1), "value": 1.0},
    "many numbers": {"id": np.arange(9), "value": 1.0},
    "an exception of a list": {"exception": [1, 2]},
    "an exception of nothing": {"exception": None},
    "an exception by halves": {"exception": {"type": "X", "text": "x"}},
    "an exception of arrays": {"exception": {**EXCEPTION, "type": np.ones(2)}},
    "an exception without text": {"exception": {**EXCEPTION, "text": None}},
    "an odd traceback": {"exception": {**EXCEPTION, "traceback": [1]}},
    "a traceback of text": {"exception": {**EXCEPTION, "traceback": "work.py"}},
    "an odd missing name": {"missing": [[1] * 1000] * 100},
    "a missing array": {"missing": np.ones(3)},
    "a callback to nobody": {"function": Function(7), "args": [], "kwargs": {}},
    "a callback below 0": {"function": Function(-1), "args": [], "kwargs": {}},
    "a callback by name": {"function": "eval", "args": ["1"], "kwargs": {}},
    "a callback by number": {"function": 0, "args": [], "kwargs": {}},
    "a callback without arguments": {"function": Function(0)},
    "a callback with a tuple": {"function": Function(0), "args": (), "kwargs": {}},
    "a callback with odd names": {"function": Function(0), "args": [], "kwargs": []},
}


@pytest.mark.parametrize("reply", FORGED.values(), ids=FORGED.keys())
def test_a_forged_answer_is_a_violation(talk: Conversation, reply: dict[str, Any]) -> None:
    """Of the protocol, and of nothing of ours: no comparison with it may fail."""
    talk.process.register(lambda *args, **kwargs: None)
    with pytest.raises(ProtocolViolation):
        talk.ask(says(**reply))


@PATIENT
@given(values, values, values)
def test_whatever_is_answered_is_an_answer_or_a_violation(one: Any, other: Any, third: Any) -> None:
    talk = Conversation()
    try:
        talk.process.register(lambda x, y: x + y)
        for reply in (
            {"id": one, "value": other},
            {"value": one},
            {"exception": one},
            {"exception": {"type": "T", "text": "", "traceback": one}},
            {"missing": one},
            {"function": one, "args": [other], "kwargs": {}},
        ):
            talk.ask(says(**reply))
    except ProtocolViolation:
        pass
    finally:
        talk.close()


def test_an_answer_before_the_request(talk: Conversation) -> None:
    talk.theirs.send({"id": 1, "value": 1.0})
    with pytest.raises(ProtocolViolation):
        talk.process.request({"op": "call"})


def test_two_answers_to_one_request(talk: Conversation) -> None:
    """The second is seen at the next request, or at the end of the test."""
    twice = [{"value": 1.0}, {"value": 2.0}]

    def script(channel: Channel, message: dict[str, Any]) -> None:
        for reply in twice:
            channel.send({"id": message["id"], **reply})

    talk.ask(script)
    talk.pool.shutdown()  # by now both are sent
    assert talk.process.said_too_much()
    with pytest.raises(ProtocolViolation):
        talk.process.request({"op": "call"})


def test_the_end_of_the_process_is_its_end_and_no_violation(talk: Conversation) -> None:
    """In the middle of a call, before one, and after the last."""
    talk.ask(says(value=1.0))
    with pytest.raises(ChannelClosed):
        talk.ask(lambda channel, message: channel.close())
    with pytest.raises((ChannelClosed, RuntimeError)):
        talk.process.request({"op": "call"})
    talk.process.idle = True
    assert not talk.process.said_too_much()
    with pytest.raises(ChannelClosed):
        talk.process.request({"op": "call"})


def test_silence_and_deafness_end_with_the_call(talk: Conversation) -> None:
    talk.process.call_seconds = 0.05
    with pytest.raises(DeadlineExceeded):
        talk.process.request({"op": "call"})
    talk.process.idle = True
    with pytest.raises(DeadlineExceeded):  # nobody reads
        talk.process.request({"op": "call", "args": [np.zeros(10**7)]})


def test_the_time_of_the_test_bounds_its_calls(talk: Conversation) -> None:
    talk.process.deadline = time.monotonic() + 0.05
    with pytest.raises(DeadlineExceeded):
        talk.process.request({"op": "call"})


class TestCallbacks:
    """A function of the suite's runs here, on what the student's code gives it."""

    def lend(
        self, talk: Conversation, function: Callable[..., Any], *calls: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Lend `function` to a script that calls it so; the judge's answers to it."""
        known = talk.process.register(function)
        answers: list[dict[str, Any]] = []

        def script(channel: Channel, message: dict[str, Any]) -> None:
            for call in calls:
                request = {"function": known, "args": [], "kwargs": {}, **call}
                channel.send({"id": message["id"], **request})
                answers.append(channel.receive().message)
            channel.send({"id": message["id"], "value": None})

        talk.ask(script)
        return answers

    def test_its_values_cross(self, talk: Conversation) -> None:
        answers = self.lend(
            talk,
            lambda x, y=1: x + y,
            {"args": [1.0]},
            {"args": [np.ones(3)], "kwargs": {"y": 2}},
        )
        assert answers[0] == {"value": 2.0}
        assert (answers[1]["value"] == 3.0).all()

    @pytest.mark.parametrize(
        ("call", "name"),
        [
            ({"args": []}, "TypeError"),
            ({"args": [1, 2]}, "TypeError"),
            ({"kwargs": {"y": 1}}, "TypeError"),
            ({"kwargs": {1: 1}}, "TypeError"),
            ({"args": ["x"]}, "TypeError"),
            ({"args": [0.0]}, "ZeroDivisionError"),
            ({"args": [np.ones(3)]}, "ValueError"),
        ],
    )
    def test_arguments_that_it_cannot_take_are_the_callers_exception(
        self, talk: Conversation, call: dict[str, Any], name: str
    ) -> None:
        """As in one process: it is not a fault of the suite's, and the student may catch it."""
        answers = self.lend(
            talk, lambda x: 1 / x if x > 0 or x <= 0 else None, call, {"args": [2.0]}
        )
        assert answers[0]["exception"][0] == name
        assert answers[1] == {"value": 0.5}

    def test_the_text_of_an_exception_is_cut(self, talk: Conversation) -> None:
        def fail() -> None:
            raise ValueError("x" * 10**6)

        assert len(self.lend(talk, fail, {})[0]["exception"][1]) == 2000

    def test_a_check_inside_ends_the_test(self, talk: Conversation) -> None:
        def check_inside() -> None:
            raise StudentFailure("no", "нет")

        with pytest.raises(StudentFailure):
            self.lend(talk, check_inside, {})

    def test_there_is_an_end_of_them(
        self, talk: Conversation, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(process_module, "MOST_CALLBACKS", 10)
        assert len(self.lend(talk, lambda: None, *[{}] * 6)) == 6
        with pytest.raises(DeadlineExceeded):
            self.lend(talk, lambda: None, *[{}] * 5)

    def test_they_do_not_stop_the_clock(self, talk: Conversation) -> None:
        talk.process.deadline = time.monotonic() + 0.05
        talk.process.register(lambda: None)

        def forever(channel: Channel, message: dict[str, Any]) -> None:
            while True:
                call = {"function": Function(0), "args": [], "kwargs": {}}
                channel.send({"id": message["id"], **call})
                channel.receive()

        with pytest.raises(DeadlineExceeded):
            talk.ask(forever)

    def test_one_that_calls_the_students_code_is_refused(self, talk: Conversation) -> None:
        """The worker could not tell the new request from the answer that it waits for."""
        answers = self.lend(talk, lambda: talk.process.request({"op": "call"}), {})
        assert answers[0]["exception"][0] == "RuntimeError"
