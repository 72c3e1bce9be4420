"""`student` in a hidden test: looks like the student's modules, and calls into the worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.judge import stops
from grader.judge.evidence import plain
from grader.judge.process import TestProcess
from grader.judge.session import FAULTS, Session
from grader.protocol import Handle, SharedArray

_SHARE_FROM = 4 * 2**20


class Bench:
    """What one test's calls have in common: its process, made at the first call."""

    def __init__(
        self,
        session: Session,
        begin: Callable[[], TestProcess],
        shared: dict[int, tuple[np.ndarray, SharedArray]],
    ) -> None:
        self.session = session
        self.begin = begin
        self.shared = shared
        self.process: TestProcess | None = None
        self.last_call: dict[str, Any] | None = None

    def ask(self, message: dict[str, Any], where: str) -> dict[str, Any]:
        """One request; whatever is not a value ends the test."""
        if self.process is None:
            self.process = self.begin()
        try:
            reply = self.process.request(message)
        except FAULTS as fault:
            raise self.session.stopped(fault, where, self.process.call_seconds) from None
        if "missing" in reply:
            raise stops.missing(reply["missing"])
        if "exception" in reply:
            raise stops.raised(reply["exception"], where)
        return reply

    def call(
        self,
        target: Any,
        where: str,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        *,
        inspect: bool,
    ) -> dict[str, Any]:
        """Call a function of the student's."""
        self.last_call = {"call": where, "args": plain(args), "kwargs": plain(kwargs)}
        if self.process is None:
            self.process = self.begin()
        message = {
            "op": "call",
            "target": target,
            "args": [self.outgoing(value) for value in args],
            "kwargs": {name: self.outgoing(value) for name, value in kwargs.items()},
            "inspect": inspect,
        }
        return self.ask(message, where)

    def outgoing(self, value: Any) -> Any:
        """An argument as it crosses: functions stay here, large arrays are shared."""
        if isinstance(value, RemoteObject):
            return _handle(value)
        if isinstance(value, np.ndarray) and value.nbytes >= _SHARE_FROM:
            if id(value) not in self.shared:
                self.shared[id(value)] = (value, SharedArray.of(value))
            return self.shared[id(value)][1]
        if callable(value):
            assert self.process is not None
            return self.process.register(value)
        return value

    def incoming(self, value: Any, where: str) -> Any:
        """A result as the test sees it: handles become objects that can be used."""
        if isinstance(value, Handle):
            kind = RemoteFunction if value.callable else RemoteObject
            return kind(self, value, where)
        return value


class Student:
    """The `student` fixture."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def __getattr__(self, module: str) -> StudentModule:
        if module.startswith("_"):
            raise AttributeError(module)
        self._bench.session.require(module)
        return StudentModule(self._bench, module)

    def call_and_inspect(self, function: StudentFunction, *args: Any) -> tuple[Any, list[Any]]:
        """Call `function`; also the positional arguments as they are in the worker afterwards."""
        return function.call_and_inspect(*args)

    def call_and_time(self, function: StudentFunction, *args: Any) -> tuple[Any, float]:
        """Call `function`; also the CPU seconds that the worker spent on it."""
        return function.call_and_time(*args)


class StudentModule:
    """One module of the student's. Whether a name exists shows when it is called."""

    def __init__(self, bench: Bench, name: str) -> None:
        self._bench = bench
        self._name = name

    def __getattr__(self, name: str) -> StudentFunction:
        if name.startswith("__"):
            raise AttributeError(name)
        return StudentFunction(self._bench, (self._name, name), f"{self._name}.{name}")


class StudentFunction:
    """A function or class of the student's."""

    def __init__(self, bench: Bench, target: Any, where: str) -> None:
        self._bench = bench
        self._target = target
        self._where = where

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        reply = self._bench.call(self._target, self._where, args, kwargs, inspect=False)
        return self._bench.incoming(reply["value"], self._where)

    def call_and_inspect(self, *args: Any) -> tuple[Any, list[Any]]:
        """The result, and the arguments as they are in the worker after the call."""
        reply = self._bench.call(self._target, self._where, args, {}, inspect=True)
        after = reply.get("args")
        if not isinstance(after, list) or len(after) != len(args):
            raise stops.violation(self._where, "an answer without its arguments")
        return self._bench.incoming(reply["value"], self._where), after

    def call_and_time(self, *args: Any) -> tuple[Any, float]:
        """The result, and the CPU seconds that the worker spent on the call."""
        if self._bench.process is None:
            self._bench.process = self._bench.begin()
        clock = self._bench.process.cpu_seconds
        before = clock()
        value = self(*args)
        return value, clock() - before


class RemoteObject:
    """An object that lives in the worker: attributes are read and set there."""

    def __init__(self, bench: Bench, handle: Handle, where: str) -> None:
        object.__setattr__(self, "_bench", bench)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_where", where)
        object.__setattr__(self, "remote_type", handle.type)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        where = f"{self.remote_type}.{name}"
        message = {"op": "get", "handle": self._handle.id, "name": name}
        reply = self._bench.ask(message, where)
        return self._bench.incoming(reply["value"], where)

    def __setattr__(self, name: str, value: Any) -> None:
        message = {
            "op": "set",
            "handle": self._handle.id,
            "name": name,
            "value": self._bench.outgoing(value),
        }
        self._bench.ask(message, f"{self.remote_type}.{name}")


class RemoteFunction(RemoteObject):
    """A callable object of the worker's: a method, or a function that was returned."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        reply = self._bench.call(self._handle, self._where, args, kwargs, inspect=False)
        return self._bench.incoming(reply["value"], self._where)


def _handle(value: RemoteObject) -> Handle:
    handle: Handle = object.__getattribute__(value, "_handle")
    return handle
