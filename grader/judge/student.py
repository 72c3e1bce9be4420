"""`student` in a hidden test: looks like the student's modules, and calls into the worker."""

from __future__ import annotations

from typing import Any

from grader.judge import stops
from grader.judge.calls import Bench
from grader.judge.recording import Life, Remote
from grader.protocol import RandomGenerator


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


class StudentFunction(Remote):
    """A function or class of the student's."""

    def __init__(self, bench: Bench, target: Any, where: str) -> None:
        self._bench = bench
        self._target = target
        self._where = where

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        draft = self._bench.recorder.begin(self._where, args, kwargs)
        reply = self._bench.call(
            self._target, self._where, args, kwargs, inspect=False, draft=draft
        )
        return self._bench.incoming(reply["value"], self._where, Life(draft))

    def call_and_inspect(self, *args: Any) -> tuple[Any, list[Any]]:
        """The result, and the arguments as they are in the worker after the call."""
        draft = self._bench.recorder.begin(self._where, args, {})
        reply = self._bench.call(self._target, self._where, args, {}, inspect=True, draft=draft)
        after = reply.get("args")
        if not isinstance(after, list) or len(after) != len(args):
            raise stops.violation(self._where, "an answer without its arguments")
        return self._bench.incoming(reply["value"], self._where, Life(draft)), after

    def call_and_time(self, *args: Any) -> tuple[Any, float]:
        """The result, and the CPU seconds that the worker spent on the call."""
        self._bench.begun()
        before = self._bench.session.cpu_seconds(self._where)
        value = self(*args)
        return value, self._bench.session.cpu_seconds(self._where) - before
