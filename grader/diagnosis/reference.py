"""The reference and the mistakes' models, called again on what the student's functions were given.

A call is repeated only where that is fair: not where the reference draws from a global random
generator, which nobody can repeat, nor where a function of the suite's refuses to be called again.
"""

from __future__ import annotations

import inspect
import random
import warnings
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from grader.diagnosis.records import Past, Record, Set
from grader.protocol import RandomGenerator


class Unusable(Exception):
    """There is nothing to compare with on this record."""


class Reference:
    """The reference's modules; `modules` gives one by its name, or raises ImportError."""

    def __init__(self, modules: Callable[[str], Any]) -> None:
        self._modules = modules

    def canonical(self, function: str) -> str:
        """`function`, with a method under the class that defines it; unknown names as they are."""
        try:
            owner = self._owner(function)
        except Unusable:
            return function
        if not isinstance(owner, type):
            return function
        method = function.rpartition(".")[2]
        defining = next((kind for kind in owner.__mro__ if method in vars(kind)), owner)
        return f"{defining.__module__}.{defining.__qualname__}.{method}"

    def arguments(self, record: Record) -> Mapping[str, Any]:
        """The arguments of `record` by the names of the reference's parameters."""
        first = () if record.past is None else (None,)
        try:
            signature = inspect.signature(self._function(record.function))
            bound = signature.bind(*first, *record.args, **record.kwargs)
        except (TypeError, ValueError, Unusable):
            return {}
        bound.apply_defaults()
        return bound.arguments

    def answer(self, record: Record, model: Callable[..., Any] | None = None) -> Any:
        """What `model`, or without one the reference, returns on `record`; raises Unusable."""
        repeated = _Repeated(self)
        function = model or self._function(record.function)
        before = _random_state()
        try:
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = repeated.call(function, record)
        except Exception as error:
            raise Unusable(f"{type(error).__name__}: {error}") from error
        if repeated.refused:
            raise Unusable("a function of the suite's could not be called again")
        if _random_state() != before:
            raise Unusable("the result is random")
        return value

    def made(self, kind: str) -> Callable[..., Any]:
        """The class or function `module.name`."""
        return self._function(kind)

    def _function(self, dotted: str) -> Callable[..., Any]:
        found = getattr(self._owner(dotted), dotted.rpartition(".")[2], None)
        if not callable(found):
            raise Unusable(f"the reference has no {dotted}")
        return found  # type: ignore[no-any-return]

    def _owner(self, dotted: str) -> Any:
        """The module or class that `dotted` is an attribute of."""
        module, *names = dotted.split(".")[:-1]
        try:
            owner = self._modules(module)
            for name in names:
                owner = getattr(owner, name)
        except (ImportError, AttributeError, ValueError) as error:
            raise Unusable(f"the reference has no {dotted}") from error
        return owner


class _Repeated:
    """One repeated call; `refused` says whether a function of the suite's raised in it."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.refused = False

    def call(self, function: Callable[..., Any], record: Record) -> Any:
        first = () if record.past is None else (self._object(record.past),)
        return function(*first, *self._args(record.args), **self._kwargs(record.kwargs))

    def _object(self, past: Past) -> Any:
        """An object of the reference's class with this past."""
        args, kwargs = self._args(past.args), self._kwargs(past.kwargs)
        made = self.reference.made(past.kind)(*args, **kwargs)
        for event in past.events:
            if isinstance(event, Set):
                setattr(made, event.name, self._value(event.value))
            else:
                method = getattr(made, event.method)
                method(*self._args(event.args), **self._kwargs(event.kwargs))
        return made

    def _args(self, args: tuple[Any, ...]) -> list[Any]:
        return [self._value(value) for value in args]

    def _kwargs(self, kwargs: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._value(value) for name, value in kwargs.items()}

    def _value(self, value: Any) -> Any:
        """An argument of its own for this call."""
        match value:
            case np.ndarray():
                return value.copy(order="K")
            case list() | tuple():
                return type(value)(map(self._value, value))
            case dict():
                return {key: self._value(item) for key, item in value.items()}
            case RandomGenerator(seed=seed):
                return np.random.default_rng(seed)
            case Past():
                return self._object(value)
        return self._lent(value) if callable(value) else value

    def _lent(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def lent(*args: Any, **kwargs: Any) -> Any:
            try:
                return function(*args, **kwargs)
            except Exception:
                self.refused = True
                raise

        return lent


def _random_state() -> tuple[Any, ...]:
    state: Any = np.random.get_state(legacy=False)
    return state["state"]["key"].tobytes(), state["state"]["pos"], random.getstate()
