"""A known mistake as the judge has it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from grader.model import Text


@dataclass(frozen=True)
class KnownMistake:
    """A mistake; `load` imports its file, with the model `one` and perhaps the predicate `shows`.

    The other fields are those of `grader.assignment.Mistake`.
    """

    name: str
    functions: tuple[str, ...]
    result: int | None
    hint: Text
    twins: tuple[str, ...]
    has_predicate: bool
    load: Callable[[], Any]


def the_one(candidates: Sequence[KnownMistake]) -> KnownMistake | None:
    """The only candidate, or the first by name of several that are all twins of each other."""
    if all(other.name in one.twins for one, other in permutations(candidates, 2)):
        return min(candidates, key=lambda mistake: mistake.name, default=None)
    return None
