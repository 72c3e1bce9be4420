"""The recorded calls beside what the reference returns on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from grader.diagnosis.compare import agree, is_plain, part
from grader.diagnosis.records import Record
from grader.diagnosis.reference import Reference, Unusable


@dataclass(frozen=True)
class Case:
    """A call, and the value that was expected of it."""

    record: Record
    expected: Any

    def right(self, result: int | None) -> bool:
        """Whether part `result` of the value is what was expected."""
        return agree(part(self.record.value, result), part(self.expected, result))


def cases_of(records: Iterable[Record], reference: Reference) -> tuple[Case, ...]:
    """The cases of `records` that can be judged."""
    return tuple(_cases(records, reference))


def wrong_in(cases: Sequence[Case], result: int | None) -> tuple[Case, ...]:
    """The cases that differ from the reference in part `result`."""
    return tuple(case for case in cases if not case.right(result))


def _cases(records: Iterable[Record], reference: Reference) -> Iterator[Case]:
    for record in records:
        try:
            expected = reference.answer(record)
        except Unusable:
            continue
        if is_plain(expected):
            yield Case(record, expected)
