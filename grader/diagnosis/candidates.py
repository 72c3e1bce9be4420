"""Mistakes by comparison: the one whose model returns what the student returned, on every call."""

from __future__ import annotations

from collections.abc import Sequence

from grader.diagnosis.cases import Case, wrong_in
from grader.diagnosis.compare import agree, part
from grader.diagnosis.known import KnownMistake, the_one
from grader.diagnosis.reference import Reference, Unusable


def by_comparison(
    cases: Sequence[Case], mistakes: Sequence[KnownMistake], reference: Reference
) -> tuple[KnownMistake, ...]:
    """The mistakes that explain one function's wrong results; `cases` are all of its calls.

    The parts of a result are explained apart from each other, so that two mistakes at once are two
    names. A mistake that explains the whole value leaves nothing to explain in its parts.
    """
    whole = _explained(cases, mistakes, reference, None)
    if whole is not None:
        return (whole,)
    parts = sorted({mistake.result for mistake in mistakes if mistake.result is not None})
    found = (_explained(cases, mistakes, reference, result) for result in parts)
    return tuple(mistake for mistake in found if mistake is not None)


def _explained(
    cases: Sequence[Case],
    mistakes: Sequence[KnownMistake],
    reference: Reference,
    result: int | None,
) -> KnownMistake | None:
    if not wrong_in(cases, result):
        return None
    wrong_first = sorted(cases, key=lambda case: case.right(result))
    return the_one(
        [
            mistake
            for mistake in mistakes
            if mistake.result == result and _agrees(mistake, wrong_first, reference)
        ]
    )


def _agrees(mistake: KnownMistake, cases: Sequence[Case], reference: Reference) -> bool:
    """Whether the model of `mistake` returns what the student returned, in every case."""
    model = mistake.load().one
    try:
        return all(
            agree(
                part(case.record.value, mistake.result),
                part(reference.answer(case.record, model), mistake.result),
            )
            for case in cases
        )
    except Unusable:
        return False
