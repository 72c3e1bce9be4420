"""Whether mistakes that are declared twins really give the same results on what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from grader.diagnosis.compare import agree, part
from grader.diagnosis.known import KnownMistake
from grader.diagnosis.records import Record
from grader.diagnosis.reference import Reference, Unusable


def compared_twins(
    records: Iterable[Record], mistakes: Sequence[KnownMistake], reference: Reference
) -> dict[str, tuple[int, int]]:
    """`one, other` → on how many recorded inputs they were compared, on how many they differ."""
    by_name = {mistake.name: mistake for mistake in mistakes}
    pairs = [
        (one, by_name[twin])
        for one in mistakes
        for twin in one.twins
        if one.name < twin and not one.has_predicate
    ]
    kept = list(records) if pairs else []
    return {
        f"{one.name}, {other.name}": _counts(list(_verdicts(one, other, kept, reference)))
        for one, other in pairs
    }


def _counts(same: list[bool]) -> tuple[int, int]:
    return len(same), same.count(False)


def _verdicts(
    one: KnownMistake, other: KnownMistake, records: Iterable[Record], reference: Reference
) -> Iterator[bool]:
    functions = {reference.canonical(name) for name in one.functions if name in other.functions}
    for record in records:
        if reference.canonical(record.function) not in functions:
            continue
        try:
            results = [
                part(reference.answer(record, mistake.load().one), mistake.result)
                for mistake in (one, other)
            ]
        except Unusable:
            continue
        yield agree(*results)
