"""Whether a mistake in the first result and one in the second, made together, get both names."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from grader.diagnosis.candidates import by_comparison
from grader.diagnosis.cases import Case, cases_of
from grader.diagnosis.known import KnownMistake
from grader.diagnosis.records import Record
from grader.diagnosis.reference import Reference, Unusable


def unnamed_pairs(
    records: Iterable[Record], mistakes: Sequence[KnownMistake], reference: Reference
) -> dict[str, Any]:
    """How many pairs there are, and those that do not get both names and no other."""
    known = [mistake for mistake in mistakes if not mistake.has_predicate]
    by_function: dict[str, list[Record]] = {}
    for record in records:
        by_function.setdefault(reference.canonical(record.function), []).append(record)
    count = 0
    failed: list[dict[str, Any]] = []
    for function, calls in by_function.items():
        here = [one for one in known if function in map(reference.canonical, one.functions)]
        cases = cases_of(calls, reference)
        for one, other in _pairs(here):
            count += 1
            named = {
                found.name
                for found in by_comparison(_made(one, other, cases, reference), here, reference)
            }
            if not _both(named, one, other):
                pair = {"one": one.name, "other": other.name, "function": function}
                failed.append({**pair, "named": sorted(named)})
    return {"count": count, "failed": failed}


def _pairs(mistakes: Iterable[KnownMistake]) -> Iterator[tuple[KnownMistake, KnownMistake]]:
    for one, other in itertools.product(mistakes, repeat=2):
        if (one.result, other.result) == (0, 1):
            yield one, other


def _made(
    one: KnownMistake, other: KnownMistake, cases: Iterable[Case], reference: Reference
) -> tuple[Case, ...]:
    """`cases` with what a student with both mistakes would have returned."""
    return tuple(_returned(one, other, cases, reference))


def _returned(
    one: KnownMistake, other: KnownMistake, cases: Iterable[Case], reference: Reference
) -> Iterator[Case]:
    for case in cases:
        try:
            first = reference.answer(case.record, one.load().one)[0]
            second = reference.answer(case.record, other.load().one)[1]
        except Unusable:
            continue
        yield Case(replace(case.record, value=(first, second)), case.expected)


def _both(named: set[str], one: KnownMistake, other: KnownMistake) -> bool:
    wanted = ({one.name, *one.twins}, {other.name, *other.twins})
    return all(named & own for own in wanted) and named <= wanted[0] | wanted[1]
