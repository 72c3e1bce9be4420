"""What the outcomes of a case must be: caught, and named as itself and as nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from fnmatch import fnmatchcase

from grader.assignment import Mistake
from grader.language import Message
from grader.language import gettext as _
from grader.model import Outcome, Verdict
from grader.proofs.bench import Outcomes
from grader.proofs.cases import Case

Calls = Mapping[str, Set[str]]
"""The functions of the student's that each test calls."""


def objections(
    case: Case, outcomes: Outcomes, calls: Calls, predicates: Set[str]
) -> Iterator[Message]:
    """What is wrong with the outcomes of a case with a known mistake.

    `predicates` names the mistakes that are found by what a test observed: a rendering in another
    style may make one of them too, such as a loop in the vectorized version.
    """
    assert case.mistake is not None
    seeing = [outcome for test, outcome in outcomes.items() if case.function in calls[test]]
    for outcome in seeing:
        if outcome.verdict in (Verdict.GRADER_ERROR, Verdict.NOT_RUN):
            yield _("{test} could not be judged: {words}").format(
                test=outcome.test, words=_words(outcome)
            )
    yield from _not_caught(case.mistake, case, seeing)
    yield from _names(case.mistake, seeing, predicates - {case.mistake.name})


def caught_tests(mistake: Mistake, function: str, calls: Calls) -> list[str]:
    """The tests that must not pass when `mistake` is made in `function`."""
    return [
        test
        for test, functions in calls.items()
        if function in functions
        and any(fnmatchcase(test, pattern) for pattern in mistake.caught_by)
    ]


def _not_caught(mistake: Mistake, case: Case, seeing: list[Outcome]) -> Iterator[Message]:
    must = [
        outcome
        for outcome in seeing
        if any(fnmatchcase(outcome.test, pattern) for pattern in mistake.caught_by)
    ]
    if not must:
        yield _("no test of CAUGHT_BY calls {function}").format(function=case.function)
    for outcome in must:
        if outcome.verdict is Verdict.PASSED:
            yield _("{test} passes").format(test=outcome.test)


def _names(mistake: Mistake, seeing: list[Outcome], seen: Set[str]) -> Iterator[Message]:
    """It is named, and nothing else but what its rendering shows besides, such as a loop."""
    named = {one.mistake for outcome in seeing for one in outcome.diagnosis} - seen
    own = {mistake.name, *mistake.twins}
    if not named & own:
        yield _("the names are {named}").format(named=_list(named) or "–")
    elif others := named - own:
        yield _("also named: {named}").format(named=_list(others))


def _words(outcome: Outcome) -> str:
    detail = str(outcome.evidence.get("grader", "")).strip().splitlines()
    return detail[-1] if detail else (outcome.message.en if outcome.message else "")


def _list(names: set[str]) -> str:
    return ", ".join(sorted(names))
