"""`diagnose`: from what was written down to names and remarks, test by test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from grader.diagnosis.candidates import by_comparison
from grader.diagnosis.cases import Case, cases_of, wrong_in
from grader.diagnosis.known import KnownMistake
from grader.diagnosis.predicates import by_observation
from grader.diagnosis.records import Observation, Record
from grader.diagnosis.reference import Reference
from grader.diagnosis.remarks import remarks_on
from grader.model import Diagnosis, Text, Verdict

_Written = TypeVar("_Written", Record, Observation)
_COMPARED = (Verdict.FAILED, Verdict.PARTIAL)


@dataclass(frozen=True)
class Finding:
    """What is told of one test."""

    diagnoses: tuple[Diagnosis, ...] = ()
    remarks: tuple[Text, ...] = ()


def diagnose(
    records: Iterable[Record],
    observations: Iterable[Observation],
    mistakes: Iterable[KnownMistake],
    reference: Reference,
    failing: Mapping[str, Verdict],
) -> dict[str, Finding]:
    """Test → what is told of it, for the tests in `failing`: those that did not pass.

    Comparison speaks of tests that were compared, predicates of every test in `failing`. A
    function that no such test called is left alone.
    """
    told = {test: _Told() for test in failing}
    compared = {test for test, verdict in failing.items() if verdict in _COMPARED}
    made_in = _by_function(mistakes, reference)
    for function, calls in _grouped(records, reference).items():
        if any(record.test in compared for record in calls):
            known = [one for one in made_in.get(function, ()) if not one.has_predicate]
            _compare(function, cases_of(calls, reference), known, reference, compared, told)
    for function, seen in _grouped(observations, reference).items():
        if any(observation.test in failing for observation in seen):
            known = [one for one in made_in.get(function, ()) if one.has_predicate]
            _observe(seen, known, told)
    return {test: one.finding() for test, one in told.items() if one.mistakes or one.remarks}


class _Told:
    """What is told of one test so far: each mistake once, whichever functions it was made in."""

    def __init__(self) -> None:
        self.mistakes: dict[str, KnownMistake] = {}
        self.remarks: list[Text] = []

    def finding(self) -> Finding:
        diagnoses = (Diagnosis(one.name, one.hint) for one in self.mistakes.values())
        return Finding(tuple(diagnoses), tuple(self.remarks))


def _compare(
    function: str,
    cases: Sequence[Case],
    mistakes: Sequence[KnownMistake],
    reference: Reference,
    compared: set[str],
    told: Mapping[str, _Told],
) -> None:
    for mistake in by_comparison(cases, mistakes, reference):
        for case in wrong_in(cases, mistake.result):
            if case.record.test in compared:
                told[case.record.test].mistakes[mistake.name] = mistake
    for test, remarks in remarks_on(function, cases, reference).items():
        if test in compared:
            told[test].remarks += remarks


def _observe(
    observations: Sequence[Observation],
    mistakes: Sequence[KnownMistake],
    told: Mapping[str, _Told],
) -> None:
    for test, found in by_observation(observations, mistakes).items():
        if test in told:
            told[test].mistakes.update((mistake.name, mistake) for mistake in found)


def _by_function(
    mistakes: Iterable[KnownMistake], reference: Reference
) -> dict[str, list[KnownMistake]]:
    found: dict[str, list[KnownMistake]] = {}
    for mistake in mistakes:
        for function in dict.fromkeys(map(reference.canonical, mistake.functions)):
            found.setdefault(function, []).append(mistake)
    return found


def _grouped(written: Iterable[_Written], reference: Reference) -> dict[str, list[_Written]]:
    found: dict[str, list[_Written]] = {}
    for one in written:
        found.setdefault(reference.canonical(one.function), []).append(one)
    return found
