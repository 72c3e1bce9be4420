"""The judge's end of one test's process: calls, callbacks and what may come back."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Any

from grader.judge.endings import TestEnding
from grader.judge.output import DrainingChannel, Output
from grader.protocol import ChannelClosed, DeadlineExceeded, Function, ProtocolViolation

MOST_CALLBACKS = 100_000
_MOST_TEXT = 2000


class TestProcess:
    """Sends requests with numbers that cannot be guessed, and takes only the answers to them."""

    __test__ = False  # not a test class of pytest's

    def __init__(
        self,
        channel: DrainingChannel,
        output: Output,
        call_seconds: float,
        deadline: float,
    ) -> None:
        self.channel = channel
        self.output = output
        self.call_seconds = call_seconds
        self.deadline = deadline
        self.idle = True
        self.functions: list[Callable[..., Any]] = []
        self.callbacks = 0

    def register(self, function: Callable[..., Any]) -> Function:
        """Let the student's code call `function`, which stays here."""
        self.functions.append(function)
        return Function(len(self.functions) - 1)

    def request(self, message: dict[str, Any]) -> dict[str, Any]:
        """One request and its answer: {"value"}, {"exception"} or {"missing"}."""
        if not self.idle:
            raise RuntimeError("a function of the suite's was called back and called the student's")
        if self.channel.has_input():
            raise ProtocolViolation("an answer before the request")
        self.idle = False
        number = secrets.randbits(62)
        deadline = min(self.deadline, time.monotonic() + self.call_seconds)
        self.channel.send({"id": number, **message}, deadline=deadline)
        while True:
            reply = self._receive(number, deadline)
            if "function" not in reply:
                self.idle = True
                return reply
            self.channel.send(self._call_back(reply), deadline=deadline)
            if time.monotonic() > deadline:
                raise DeadlineExceeded

    def said_too_much(self) -> bool:
        """Whether the process, with no request open, sent another answer."""
        try:
            return self.idle and self.channel.has_input()
        except ChannelClosed:
            return False

    def _receive(self, number: int, deadline: float) -> dict[str, Any]:
        reply = self.channel.receive(deadline).message
        if type(reply.get("id")) is not int or reply["id"] != number:
            raise ProtocolViolation("an answer to another request")
        if "exception" in reply:
            reply["exception"] = checked_exception(reply["exception"])
        elif "missing" in reply:
            if type(reply["missing"]) is not str:
                raise ProtocolViolation("a missing name is a text")
            reply["missing"] = reply["missing"][:200]
        elif not {"value", "function"} & reply.keys():
            raise ProtocolViolation("an answer without a value")
        return reply

    def _call_back(self, reply: dict[str, Any]) -> dict[str, Any]:
        function = self._function(reply.get("function"))
        args, kwargs = reply.get("args"), reply.get("kwargs")
        if not isinstance(args, list) or not isinstance(kwargs, dict):
            raise ProtocolViolation("a callback without its arguments")
        self.callbacks += 1
        if self.callbacks > MOST_CALLBACKS:
            raise DeadlineExceeded
        try:
            return {"value": function(*args, **kwargs)}
        except TestEnding:
            raise
        except Exception as error:  # arguments that it cannot take: the caller's to deal with
            return {"exception": [type(error).__name__, str(error)[:_MOST_TEXT]]}

    def _function(self, known: Any) -> Callable[..., Any]:
        if not isinstance(known, Function) or not 0 <= known.id < len(self.functions):
            raise ProtocolViolation("a callback to an unknown function")
        return self.functions[known.id]


def checked_exception(data: Any) -> dict[str, Any]:
    """An exception as the worker describes it, checked field by field."""
    if not isinstance(data, dict):
        raise ProtocolViolation("an exception is a map")
    traceback = data.get("traceback")
    if not isinstance(traceback, list) or not all(isinstance(line, str) for line in traceback):
        raise ProtocolViolation("a traceback is a list of lines")
    if not isinstance(data.get("type"), str) or not isinstance(data.get("text"), str):
        raise ProtocolViolation("an exception has a type and a text")
    return {
        "type": data["type"][:200],
        "text": data["text"][:2000],
        "traceback": [line[:500] for line in traceback[:20]],
        "not_implemented": data.get("not_implemented") is True,
    }
