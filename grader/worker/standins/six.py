"""In the place of `six`: its Python 3 half, as far as it is used in exercises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from grader.worker.standins import six_moves as moves

__path__: list[str] = []

__all__ = [
    "PY2", "PY3", "binary_type", "integer_types", "iteritems", "iterkeys", "itervalues", "moves",
    "print_", "raise_from", "string_types", "text_type", "with_metaclass",
]  # fmt: skip

PY2 = False
PY3 = True
string_types = (str,)
integer_types = (int,)
text_type = str
binary_type = bytes
print_ = print


def iteritems(mapping: Mapping[Any, Any]) -> Iterator[tuple[Any, Any]]:
    """An iterator over (key, value)."""
    return iter(mapping.items())


def iterkeys(mapping: Mapping[Any, Any]) -> Iterator[Any]:
    """An iterator over the keys."""
    return iter(mapping.keys())


def itervalues(mapping: Mapping[Any, Any]) -> Iterator[Any]:
    """An iterator over the values."""
    return iter(mapping.values())


def raise_from(error: BaseException, cause: BaseException | None) -> None:
    """`raise error from cause`."""
    raise error from cause


def with_metaclass(metaclass: type, *bases: type) -> Any:
    """A base class that has `metaclass`."""
    return metaclass("with_metaclass", bases, {})
