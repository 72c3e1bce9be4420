"""Calls into one test's process, and the objects of the worker's that come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.judge import stops
from grader.judge.evidence import plain
from grader.judge.process import TestProcess
from grader.judge.recording import Draft, Life, Remote, TestRecorder
from grader.judge.session import FAULTS, Session
from grader.judge.shared import SHARE_FROM, Shared
from grader.protocol import Handle


class Bench:
    """What one test's calls have in common: its process, made at the first call."""

    def __init__(
        self,
        session: Session,
        begin: Callable[[], TestProcess],
        shared: Shared,
        recorder: TestRecorder,
    ) -> None:
        self.session = session
        self.begin = begin
        self.shared = shared
        self.recorder = recorder
        self.over = False
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
            raise stops.raised(reply["exception"], where, absent=self.session.job.absent)
        return reply

    def begun(self) -> TestProcess:
        """This test's process."""
        if self.over:
            raise RuntimeError("a function of the suite's was kept, and called the student's later")
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
        draft: Draft | None,
    ) -> dict[str, Any]:
        """Call a function of the student's; `draft` is to be told what came of it."""
        self._last = where, args, kwargs
        self.begun()
        message = {
            "op": "call",
            "target": target,
            "args": [self.outgoing(value) for value in args],
            "kwargs": {name: self.outgoing(value) for name, value in kwargs.items()},
            "inspect": inspect,
        }
        reply = self.ask(message, where)
        if draft is not None:
            draft.returned(reply["value"])
        return reply

    def outgoing(self, value: Any) -> Any:
        """An argument as it crosses: functions stay here, large arrays are shared."""
        if isinstance(value, RemoteObject):
            _life(value).lost()  # the student's code may do anything to it
            return _handle(value)
        if isinstance(value, np.ndarray) and value.nbytes >= SHARE_FROM:
            return self.shared.of(value)
        if callable(value):
            return self.begun().register(_answering(value))
        return value

    def incoming(self, value: Any, where: str, life: Life | None = None) -> Any:
        """A result as the test sees it: handles become objects that can be used."""
        if isinstance(value, tuple):
            return tuple(self._used(item, where) for item in value)
        if isinstance(value, list):
            return [self._used(item, where) for item in value]
        return self._used(value, where, life)

    def _used(self, value: Any, where: str, life: Life | None = None) -> Any:
        if isinstance(value, Handle):
            kind = RemoteFunction if value.callable else RemoteObject
            return kind(self, value, where, life)
        return value


class RemoteObject(Remote):
    """An object that lives in the worker: attributes are read and set there."""

    def __init__(self, bench: Bench, handle: Handle, where: str, life: Life | None = None) -> None:
        object.__setattr__(self, "_bench", bench)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_where", where)
        object.__setattr__(self, "_life", life or Life(None))
        object.__setattr__(self, "_method", None)
        object.__setattr__(self, "remote_type", handle.type)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        where = f"{self.remote_type}.{name}"
        message = {"op": "get", "handle": self._handle.id, "name": name}
        found = self._bench.incoming(self._bench.ask(message, where)["value"], where)
        if isinstance(found, RemoteFunction):
            object.__setattr__(found, "_method", (name, _life(self)))
        elif _holds_objects(found):
            _life(self).lost()  # a part of it can be changed from here
        return found

    def __setattr__(self, name: str, value: Any) -> None:
        _life(self).set(name, value)
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
        method, life = self._method or ("", _life(self))
        draft = self._bench.recorder.begin(method, args, kwargs, life) if method else None
        life.called(method, args, kwargs)
        reply = self._bench.call(
            self._handle, self._where, args, kwargs, inspect=False, draft=draft
        )
        value = self._bench.incoming(reply["value"], self._where)
        if _holds_objects(value) or not method:
            life.lost()  # what came back may be the object itself, or a part of it
        return value


def _answering(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, which may return an object of the worker's to the student's code."""

    def answer(*args: Any, **kwargs: Any) -> Any:
        value = function(*args, **kwargs)
        if not isinstance(value, RemoteObject):
            return value
        _life(value).lost()
        return _handle(value)

    return answer


def _holds_objects(value: Any) -> bool:
    """Whether an object of the worker's can be used through `value`, as `incoming` returns it."""
    items = value if isinstance(value, (tuple, list)) else [value]
    return any(isinstance(item, RemoteObject) for item in items)


def _handle(value: RemoteObject) -> Handle:
    handle: Handle = object.__getattribute__(value, "_handle")
    return handle


def _life(value: RemoteObject) -> Life:
    life: Life = object.__getattribute__(value, "_life")
    return life
