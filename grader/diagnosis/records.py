"""What the judge writes down while the tests run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Set:
    """An attribute of an object was set."""

    name: str
    value: Any


@dataclass(frozen=True)
class Call:
    """A method of an object was called."""

    method: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]


@dataclass(frozen=True)
class Past:
    """How an object came to be what it is: its class `module.Class`, and what was done to it."""

    kind: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    events: tuple[Set | Call, ...] = ()


@dataclass(frozen=True)
class Record:
    """One call of a student's function by a test.

    `function` is `module.function` or `module.Class.method`; `value` is what came back; a call
    that gave no value has no record. `past` is the object of a method. Arrays are copies;
    a `RandomGenerator` stands for the generator that the function got; functions are themselves.
    """

    test: str
    function: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    value: Any = None
    past: Past | None = None


@dataclass(frozen=True)
class Observation:
    """Facts that a test saw of a student's function, for predicates."""

    test: str
    function: str
    facts: Mapping[str, Any]
