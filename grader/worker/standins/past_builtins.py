"""In the place of `past.builtins`: what Python 2 had, by today's means."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from functools import reduce
from importlib import reload
from sys import intern
from typing import Any

basestring = unicode = builtins.str
long = builtins.int
xrange = builtins.range
raw_input = builtins.input
unichr = builtins.chr

__all__ = [
    "basestring", "cmp", "filter", "intern", "long", "map", "range", "raw_input", "reduce",
    "reload", "unichr", "unicode", "xrange", "zip",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """What is the same in both."""
    return getattr(builtins, name)


def cmp(a: Any, b: Any) -> int:
    """-1, 0 or 1, as a is less than, equal to or greater than b."""
    return int(a > b) - int(a < b)


def range(*args: int) -> list[int]:
    """Python 2's: a list."""
    return list(builtins.range(*args))


def map(function: Any, *iterables: Iterable[Any]) -> list[Any]:
    """Python 2's: a list."""
    return list(builtins.map(function, *iterables))


def filter(function: Any, iterable: Iterable[Any]) -> list[Any]:
    """Python 2's: a list."""
    return list(builtins.filter(function, iterable))


def zip(*iterables: Iterable[Any]) -> list[Any]:
    """Python 2's: a list."""
    return list(builtins.zip(*iterables, strict=False))
