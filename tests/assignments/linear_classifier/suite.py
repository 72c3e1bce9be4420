"""The hidden suite, run in this process on a solution: quick, without a wall or a clock."""

import inspect
import warnings
from dataclasses import dataclass, field
from types import SimpleNamespace
from zlib import crc32

import numpy as np

from grader.judge.check import Check
from tests.assignments.linear_classifier.authored import FOLDER
from tests.assignments.linear_classifier.results import fresh, result
from tests.assignments.linear_classifier.solution import REFERENCE, import_folder

CONVENTIONS = {"l2_factor": 1, "float32": True}


def collect():
    """The tests by id, but those that need images or a clock."""
    modules = vars(import_folder(FOLDER / "hidden"))
    return {
        f"{name.removeprefix('test_')}/{test}": function
        for name, module in modules.items()
        for test, function in vars(module).items()
        if test.startswith("test_") and name != "test_accuracy"
        if not test.endswith("_speed")
    }


TESTS = collect()


@dataclass
class Call:
    """One call of a function of the solution; `value` is None where it raised.

    The first of a method's arguments is its object.
    """

    function: str
    args: tuple
    kwargs: dict
    value: object = None

    def repeated(self, model, part):
        """What `model` returns instead."""
        return result(lambda *args: model(*args, **self.kwargs), self.args, part)

    def part(self, part):
        """What was returned."""
        return result(lambda: self.value, (), part)


@dataclass
class Run:
    """What one test did: the exception that ended it, the calls and the observations."""

    failure: Exception | None = None
    calls: list[Call] = field(default_factory=list)
    facts: list[tuple[str, dict]] = field(default_factory=list)

    @property
    def functions(self):
        """The functions that the test called, or tried to."""
        return {call.function for call in self.calls}


def run(test, modules, seed=0):
    """Run the test of this id on a solution's modules."""
    done = Run()
    fixtures = {
        "student": Student(modules, done),
        "reference": REFERENCE,
        "check": Check(),
        "conventions": CONVENTIONS,
        "rng": np.random.default_rng([seed, crc32(test.encode())]),
        "observe": lambda function, **facts: done.facts.append((function, fresh(facts))),
    }
    np.random.seed(seed)
    wanted = inspect.signature(TESTS[test]).parameters
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            TESTS[test](**{name: fixtures[name] for name in wanted})
        except Exception as failure:  # whatever a mistake runs into
            done.failure = failure
    return done


class Student:
    """Stands for the `student` fixture."""

    def __init__(self, modules, done):
        self._modules, self._done = modules, done

    def __getattr__(self, name):
        members = vars(getattr(self._modules, name))
        return SimpleNamespace(
            **{
                key: self._made(f"{name}.{key}", value)
                for key, value in members.items()
                if callable(value)
            }
        )

    def _made(self, name, value):
        if inspect.isclass(value):
            return lambda *args: Instance(self._done, value(*args))
        return Called(self._done, name, value)

    def random_generator(self, seed):
        """The generator that the student's function gets."""
        return np.random.default_rng(seed)

    def call_and_inspect(self, function, *args):
        """The value, and the arguments after the call."""
        sent = fresh(args)
        return function.call(sent), list(sent)


class Called:
    """A function of the solution, or a method of its owner: gets copies, and is recorded."""

    def __init__(self, done, name, function, owner=()):
        self.done, self.name, self.function, self.owner = done, name, function, owner

    def __call__(self, *args, **kwargs):
        return self.call(fresh(args), fresh(kwargs))

    def call(self, args, kwargs=None):
        """Call with these very arguments."""
        call = Call(self.name, *fresh(((*self.owner, *args), kwargs or {})))
        self.done.calls.append(call)
        value = received(self.function(*args, **(kwargs or {})))
        call.value = fresh(value)
        return value


class Instance:
    """An object of one of the solution's classes."""

    def __init__(self, done, model):
        object.__setattr__(self, "done", done)
        object.__setattr__(self, "model", model)

    def __getattr__(self, name):
        value = getattr(self.model, name)
        if not callable(value):
            return received(value)
        if name in vars(self.model):  # the test's own
            return value
        method = f"linear_classifier.LinearClassifier.{name}"
        return Called(self.done, method, value, owner=(self.model,))

    def __setattr__(self, name, value):
        setattr(self.model, name, fresh(value))

    def __copy__(self):
        return self


def received(value):
    """A value as it comes out of the worker: a matrix is an array there."""
    if isinstance(value, (list, tuple)):
        return type(value)(map(received, value))
    return np.asarray(value) if isinstance(value, np.ndarray) else value
