"""What a survey of a suite adds to the outcomes: the proofs of `grader validate` ask for it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any, Final

from grader.diagnosis import KnownMistake, Reference, compared_twins, unnamed_pairs
from grader.judge.recording import Recorder

ASKED: Final = frozenset({"calls", "checks", "twins", "pairs"})
"""calls: which functions each test called; checks: every check that failed; twins: whether they
give the same results; pairs: whether two mistakes in two results get both names."""


def survey(
    asked: Set[str], recorder: Recorder, mistakes: Sequence[KnownMistake], reference: Reference
) -> dict[str, Any]:
    """What was `asked` for, as plain values."""
    found: dict[str, Any] = {}
    if "calls" in asked:
        found["calls"] = {
            test: sorted(set(map(reference.canonical, functions)))
            for test, functions in recorder.called.items()
        }
    if "twins" in asked:
        found["twins"] = compared_twins(recorder.records, mistakes, reference)
    if "pairs" in asked:
        found["pairs"] = unnamed_pairs(recorder.records, mistakes, reference)
    return found
