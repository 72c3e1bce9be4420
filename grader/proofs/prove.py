"""The proofs of `grader validate`, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from grader.language import Message, ngettext, spoken
from grader.language import gettext as _
from grader.model import Verdict
from grader.proofs import cases, checks
from grader.proofs.bench import Outcomes, Work
from grader.proofs.cases import Case
from grader.proofs.course import Course, open_course
from grader.proofs.proof import Proof
from grader.proofs.sites import sites
from grader.proofs.twins import twins
from grader.proofs.verdicts import objections

__all__ = [
    "correct_variants",
    "known_mistakes",
    "needed_checks",
    "open_course",
    "pairs",
    "twins",
]


def known_mistakes(course: Course, only: str | None = None) -> Proof:
    """Each known mistake is caught and named, in three renderings."""
    chosen = [
        case
        for case in cases.mistakes(course.assignment)
        if case.mistake is not None and only in (None, case.mistake.name)
    ]
    count = len({case.mistake for case in chosen})
    line = ngettext(
        "{count} known mistake, caught and named in three renderings ({cases} gradings)",
        "{count} known mistakes, each caught and named in three renderings ({cases} gradings)",
        count,
    ).format(count=count, cases=len(chosen))
    return Proof(line, _all_objections(course, chosen))


def pairs(course: Course) -> Proof:
    """A mistake in the first result and one in the second get both names.

    Each mistake alone was graded by then; together, what their models return is diagnosed on the
    inputs of all the suite's calls.
    """
    found: list[Mapping[str, Any]] = []
    course.bench.grade(
        [Work(course.assignment.reference)],
        survey=frozenset({"pairs"}),
        on_survey=lambda surveyed: found.append(surveyed["pairs"]),
    )
    (judged,) = found
    line = ngettext(
        "{count} pair of mistakes, with both names",
        "{count} pairs of mistakes, each with both names",
        judged["count"],
    ).format(count=judged["count"])
    return Proof(line, tuple(_unnamed(pair) for pair in judged["failed"]))


def correct_variants(course: Course) -> Proof:
    """Each correct variant passes every test, and gets no hint."""
    variants = course.assignment.variants
    works = [Work(cases.variant(course.assignment, variant)) for variant in variants]
    findings = [
        _("{name}: {objection}").format(name=variant.name, objection=objection)
        for variant, outcomes in zip(variants, course.bench.grade(works), strict=True)
        for objection in _not_right(outcomes)
    ]
    line = ngettext(
        "{count} correct variant: all points and no hint",
        "{count} correct variants: all points and no hint",
        len(variants),
    ).format(count=len(variants))
    return Proof(line, tuple(findings))


def needed_checks(course: Course) -> Proof:
    """Each check of the suite is needed, and each tolerance is held."""
    found = sites(course.assignment.hidden)
    with_mistakes = cases.mistakes(course.assignment, renderings=("one",))
    chosen = [*with_mistakes, *cases.probes(course.assignment)]
    surveyed = dict(course.outcomes(chosen, survey=frozenset({"checks"})))
    findings = (
        *checks.unneeded(found, surveyed, course.calls),
        *checks.loose(found, surveyed, course.calls),
    )
    excused = checks.excused(found)
    line = _("{checks} checks needed, {tolerances} tolerances held, {excused} excused").format(
        checks=len(found) - len(excused),
        tolerances=sum(site.method == "close" and site.reason is None for site in found),
        excused=len(excused),
    )
    return Proof(line, findings, tuple(excused))


def _all_objections(course: Course, chosen: Sequence[Case]) -> tuple[Message, ...]:
    predicates = frozenset(one.name for one in course.assignment.mistakes if one.has_predicate)
    return tuple(
        _("{name}: {objection}").format(name=case.label, objection=objection)
        for case, outcomes in course.outcomes(chosen)
        for objection in objections(case, outcomes, course.calls, predicates)
    )


def _unnamed(pair: Mapping[str, Any]) -> Message:
    return _("{one} with {other}, in {function}: the names are {named}").format(
        one=pair["one"],
        other=pair["other"],
        function=pair["function"],
        named=", ".join(pair["named"]) or "–",
    )


def _not_right(outcomes: Outcomes) -> Iterator[Message]:
    for test, outcome in outcomes.items():
        if outcome.verdict is not Verdict.PASSED:
            words = outcome.message.in_language(spoken()) if outcome.message else ""
            yield _("{test} is {verdict}: {words}").format(
                test=test, verdict=outcome.verdict, words=words
            )
        for one in outcome.diagnosis:
            yield _("{test} names {mistake}").format(test=test, mistake=one.mistake)
