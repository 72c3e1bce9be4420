"""The mutants that no test has to notice, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from tests.mutation.mutants import Mutant

Key = tuple[str, str]
"""A function, and what is changed in it, as `Mutant.diff` has it."""

_FOLDER = Path(__file__).with_name("equivalent")


def reasons(assignment: str) -> dict[Key, str]:
    """Why each of the listed mutants is as good as the reference.

    Raises:
        ValueError: for a mutant that is listed twice.
    """
    found: dict[Key, str] = {}
    for entry in yaml.safe_load((_FOLDER / f"{assignment}.yaml").read_text(encoding="utf-8")):
        for diff in entry["mutants"]:
            key = entry["function"], diff.strip()
            if key in found:
                raise ValueError(f"{key[0]} is listed twice with\n{key[1]}")
            found[key] = entry["reason"]
    return found


def key(mutant: Mutant) -> Key:
    """What the list knows a mutant by."""
    return mutant.function, mutant.diff


def stale(listed: Iterable[Key], mutants: Iterable[Mutant]) -> list[Key]:
    """What is listed, and is no mutant of the reference any more."""
    present = {key(mutant) for mutant in mutants}
    return [one for one in listed if one not in present]
