"""The bare calls: the suite in this process, and only the time inside the student's functions."""

from __future__ import annotations

import contextlib
import importlib
import inspect
import sys
import time
from types import ModuleType
from typing import Any

import numpy as np

from grader.assignment import Assignment
from grader.judge.check import Check
from grader.judge.endings import Passed
from grader.model import Submission
from tests.bench import usual
from tests.bench.usual_conftest import Modules


class Clock:
    """Seconds inside timed calls; a call within a call counts once."""

    def __init__(self) -> None:
        self.cpu = 0.0
        self.wall = 0.0
        self.depth = 0

    def timed(self, function: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.depth += 1
            cpu, wall = time.process_time(), time.monotonic()
            try:
                return function(*args, **kwargs)
            finally:
                self.depth -= 1
                if not self.depth:
                    self.cpu += time.process_time() - cpu
                    self.wall += time.monotonic() - wall

        return call


def cost(
    assignment: Assignment, submission: Submission, tests: frozenset[str]
) -> tuple[float, float]:
    """CPU and wall seconds inside the student's functions, over `tests`."""
    clock = Clock()
    with usual.folder(assignment, submission) as top:
        student = Modules(top / "submission")
        for name in assignment.modules:
            _time_all(getattr(student, name.removesuffix(".py")), clock)
        fixtures = {
            "student": student,
            "reference": Modules(top / "reference"),
            "check": Check(),
            "conventions": assignment.conventions,
            "observe": lambda function, **facts: None,
        }
        sys.path.insert(0, str(top / "tests"))
        for test in sorted(tests):
            _run(test, {**fixtures, "rng": np.random.default_rng(7)})
        sys.path.pop(0)
    return clock.cpu, clock.wall


def _time_all(module: ModuleType, clock: Clock) -> None:
    for name, value in list(vars(module).items()):
        if inspect.isfunction(value):
            setattr(module, name, clock.timed(value))
        elif inspect.isclass(value):
            for method, function in list(vars(value).items()):
                if inspect.isfunction(function):
                    setattr(value, method, clock.timed(function))


def _run(test: str, fixtures: dict[str, Any]) -> None:
    part, _, name = test.partition("/")
    function = getattr(importlib.import_module(f"test_{part}"), name)
    wanted = inspect.signature(function).parameters
    with contextlib.suppress(Passed):
        function(**{key: fixtures[key] for key in wanted})
