"""`student` in a hidden test: looks like the student's modules, and calls into the worker."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.judge import stops
from grader.judge.evidence import plain
from grader.judge.process import TestProcess
from grader.judge.session import FAULTS, Session
from grader.protocol import Handle, RandomGenerator, SharedArray

_SHARE_FROM = 4 * 2**20


class Shared:
    """Large arrays in memory files, made once for those that cannot change."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[np.ndarray, SharedArray]] = {}
        self._passing: list[SharedArray] = []

    def of(self, array: np.ndarray) -> SharedArray:
        """`array` in a memory file, which stays until `release` or, if it is constant, for good."""
        if id(array) in self._kept:
            return self._kept[id(array)][1]
        shared = SharedArray.of(array)
        if array.flags.writeable or array.base is not None:
            self._passing.append(shared)
        else:
            self._kept[id(array)] = array, shared
        return shared

    def release(self) -> None:
        """Give back what belongs to one call."""
        while self._passing:
            os.close(self._passing.pop().fd)


class Bench:
    """What one test's calls have in common: its process, made at the first call."""

    def __init__(self, session: Session, begin: Callable[[], TestProcess], shared: Shared) -> None:
        self.session = session
        self.begin = begin
        self.shared = shared
        self.process: TestProcess | None = None
        self._last: tuple[str, tuple[Any, ...], dict[str, Any]] | None = None
        self.last_where = "the student's process"

    @property
    def last_call(self) -> dict[str, Any] | None:
        """The last call as evidence."""
        if self._last is None:
            return None
        where, args, kwargs = self._last
        return {"call": where, "args": plain(args), "kwargs": plain(kwargs)}

    def ask(self, message: dict[str, Any], where: str) -> dict[str, Any]:
        """One request; whatever is not a value ends the test."""
        process = self.begun()
        self.last_where = where
        try:
            reply = process.request(message)
        except FAULTS as fault:
            late = self.session.too_late(process, where)
            raise self.session.stopped(fault, where, late) from None
        finally:
            self.shared.release()
        if "missing" in reply:
            raise stops.missing(reply["missing"])
        if "exception" in reply:
            raise stops.raised(reply["exception"], where)
        return reply

    def begun(self) -> TestProcess:
        """This test's process."""
        if self.process is None:
            self.process = self.begin()
        return self.process

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
        self._last = where, args, kwargs
        self.begun()
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
            return self.shared.of(value)
        if callable(value):
            return self.begun().register(value)
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

    def random_generator(self, seed: int) -> RandomGenerator:
        """An argument: the student's function gets `np.random.default_rng(seed)` for it."""
        return RandomGenerator(int(seed))


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
        self._bench.begun()
        before = self._bench.session.cpu_seconds(self._where)
        value = self(*args)
        return value, self._bench.session.cpu_seconds(self._where) - before


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
