"""Twins: mistakes that no result can tell from each other, on inputs of the suite's own."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from grader.assignment import Assignment
from grader.language import Message, ngettext
from grader.language import gettext as _
from grader.model import SourceFile
from grader.proofs.bench import Work
from grader.proofs.course import Course
from grader.proofs.proof import Proof

INPUTS = 1000
"""Inputs, kinks among them, on which twins must agree."""

_ROUNDS, _MOST_ROUNDS = 10, 200


def twins(course: Course) -> Proof:
    """Mistakes that are declared twins give the same results on many inputs of the suite's."""
    declared = _declared(course.assignment)
    tally = _Tally(declared)
    for first in range(0, _MOST_ROUNDS if declared else 0, _ROUNDS):
        works = [
            Work((*course.assignment.reference, _comment(first + one))) for one in range(_ROUNDS)
        ]
        course.bench.grade(works, survey=frozenset({"twins"}), on_survey=tally.add)
        if tally.enough():
            break
    line = ngettext(
        "{count} pair of twins, the same on {inputs} inputs",
        "{count} pairs of twins, the same on {inputs} inputs each",
        len(declared),
    ).format(count=len(declared), inputs=INPUTS)
    return Proof(line, tally.findings())


def _declared(assignment: Assignment) -> list[str]:
    return [
        f"{one.name}, {twin}"
        for one in assignment.mistakes
        for twin in one.twins
        if one.name < twin and not one.has_predicate
    ]


class _Tally:
    """On how many inputs each pair was compared, and differs. Lanes add to it side by side."""

    def __init__(self, pairs: list[str]) -> None:
        self._counts = dict.fromkeys(pairs, (0, 0))
        self._lock = threading.Lock()

    def add(self, surveyed: Mapping[str, Any]) -> None:
        """What one submission's survey found."""
        with self._lock:
            for pair, (inputs, differing) in surveyed["twins"].items():
                before = self._counts[pair]
                self._counts[pair] = before[0] + inputs, before[1] + differing

    def enough(self) -> bool:
        """Whether every pair was compared on INPUTS inputs."""
        return all(inputs >= INPUTS for inputs, _ in self._counts.values())

    def findings(self) -> tuple[Message, ...]:
        """The pairs that differ, or were compared on too few inputs."""
        return tuple(
            _("{pair}: differ on {differing} of {inputs} inputs").format(
                pair=pair, differing=differing, inputs=inputs
            )
            for pair, (inputs, differing) in sorted(self._counts.items())
            if differing or inputs < INPUTS
        )


def _comment(number: int) -> SourceFile:
    """A file that does nothing but make a submission another one, with data of its own."""
    return SourceFile("_round.py", f"# {number}\n".encode())
