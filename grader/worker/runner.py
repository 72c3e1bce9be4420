"""The process of one test: calls student functions for the judge and sends plain values back."""

from __future__ import annotations

import builtins
import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from grader.protocol import Channel, Function, Handle, RandomGenerator, TooLarge, Unsupported
from grader.worker.exceptions import describe

_PLAIN = (bool, int, float, complex, str, bytes, list, tuple, dict, np.ndarray, np.generic)


class MissingName(Exception):
    """What was asked for does not exist in the submission."""


class Runner:
    """Answers the judge's requests of one test. Objects that stay here are known by number."""

    def __init__(self, channel: Channel, modules: dict[str, ModuleType], folder: Path) -> None:
        self.channel = channel
        self.modules = modules
        self.folder = folder
        self.objects: list[Any] = []
        self.request = 0

    def serve(self) -> None:
        """Answer requests in turn until the judge closes the channel."""
        actions: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "call": self._call,
            "get": self._get,
            "set": self._set,
        }
        while True:
            message = self.channel.receive().message
            self.request = message["id"]
            try:
                reply = actions[message["op"]](message)
                _flush()
                self.channel.send({"id": message["id"], **reply})
            except TooLarge as error:
                self.channel.send({"id": message["id"], "value": Unsupported(str(error))})
            except MissingName as error:
                self.channel.send({"id": message["id"], "missing": str(error)})
            except BaseException as error:
                _flush()
                self._send_exception(message["id"], error)

    def _call(self, message: dict[str, Any]) -> dict[str, Any]:
        function = self._find(message["target"])
        args = [self._incoming(value) for value in message["args"]]
        kwargs = {name: self._incoming(value) for name, value in message["kwargs"].items()}
        value = self._outgoing(function(*args, **kwargs))
        if message["inspect"]:
            return {"value": value, "args": [self._outgoing(arg) for arg in args]}
        return {"value": value}

    def _get(self, message: dict[str, Any]) -> dict[str, Any]:
        owner = self.objects[message["handle"]]
        value = _attribute(owner, message["name"], type(owner).__name__)
        return {"value": self._outgoing(value)}

    def _set(self, message: dict[str, Any]) -> dict[str, Any]:
        owner = self.objects[message["handle"]]
        setattr(owner, message["name"], self._incoming(message["value"]))
        return {"value": None}

    def _find(self, target: Any) -> Any:
        if isinstance(target, Handle):
            return self.objects[target.id]
        module, name = target
        return _attribute(self.modules[module], name, module)

    def _incoming(self, value: Any) -> Any:
        if isinstance(value, Function):
            return self._callback(value)
        if isinstance(value, Handle):
            return self.objects[value.id]
        if isinstance(value, RandomGenerator):
            return np.random.default_rng(value.seed)
        return value

    def _outgoing(self, value: Any) -> Any:
        """`value` as it crosses: an object stays here, also one in a tuple or list."""
        if isinstance(value, (tuple, list)):
            items = map(self._reference, value)
            return tuple(items) if isinstance(value, tuple) else list(items)
        return self._reference(value)

    def _reference(self, value: Any) -> Any:
        """`value` itself where it is plain, else a handle of it."""
        if value is None or isinstance(value, _PLAIN):
            return Unsupported("complex") if isinstance(value, complex) else value
        self.objects.append(value)
        return Handle(len(self.objects) - 1, type(value).__name__[:200], callable(value))

    def _callback(self, function: Function) -> Callable[..., Any]:
        """A function that runs in the judge."""

        def call_judge(*args: Any, **kwargs: Any) -> Any:
            _flush()
            request = self.request
            arguments = [self._outgoing(value) for value in args]
            named = {name: self._outgoing(value) for name, value in kwargs.items()}
            self.channel.send(
                {"id": request, "function": function, "args": arguments, "kwargs": named}
            )
            answer = self.channel.receive().message
            if "exception" in answer:
                raise _exception(*answer["exception"])
            return self._incoming(answer["value"])

        return call_judge

    def _send_exception(self, request: int, error: BaseException) -> None:
        self.channel.send({"id": request, "exception": describe(error, self.folder)})


def _attribute(owner: Any, name: str, owner_name: str) -> Any:
    try:
        return getattr(owner, name)
    except AttributeError:
        raise MissingName(f"{owner_name}.{name}") from None


def _exception(name: str, text: str) -> Exception:
    """What a function of the judge's raised, as the exception of that name."""
    kind = getattr(builtins, name, None)
    if isinstance(kind, type) and issubclass(kind, Exception):
        with contextlib.suppress(TypeError):  # UnicodeDecodeError takes more than a text
            return kind(text)
    return RuntimeError(f"{name}: {text}")


def _flush() -> None:
    for name in ("stdout", "stderr"):
        with contextlib.suppress(Exception):
            getattr(sys, name).flush()
