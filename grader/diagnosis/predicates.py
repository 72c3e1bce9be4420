"""Mistakes by predicate: those that the facts show which a hidden test observed."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from grader.diagnosis.known import KnownMistake, the_one
from grader.diagnosis.records import Observation


def by_observation(
    observations: Sequence[Observation], mistakes: Sequence[KnownMistake]
) -> dict[str, tuple[KnownMistake, ...]]:
    """Test → the mistakes that one function's observations in it show.

    A mistake that any observation excludes is shown by none. Of several that one test shows in the
    same part of the result, none is named unless they are twins.
    """
    shown = [(mistake, _tests_that_show(mistake, observations)) for mistake in mistakes]
    found: dict[str, tuple[KnownMistake, ...]] = {}
    for test in dict.fromkeys(observation.test for observation in observations):
        here = [mistake for mistake, tests in shown if test in tests]
        parts = dict.fromkeys(mistake.result for mistake in here)
        named = (the_one([one for one in here if one.result == result]) for result in parts)
        found[test] = tuple(mistake for mistake in named if mistake is not None)
    return found


def _tests_that_show(mistake: KnownMistake, observations: Sequence[Observation]) -> set[str]:
    shows = mistake.load().shows
    tests = set()
    for observation in observations:
        try:
            verdict = shows(copy.deepcopy(dict(observation.facts)))
        except Exception:
            return set()
        if verdict is not None and not verdict:
            return set()
        if verdict is not None:
            tests.add(observation.test)
    return tests
