"""Grades mutants with the hidden suite: which of them does it let pass?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grader.model import Verdict
from grader.proofs.bench import Outcomes, Work
from grader.proofs.course import Course
from tests.mutation.mutants import Mutant


def survivors(course: Course, chosen: Sequence[Mutant]) -> list[Mutant]:
    """The mutants that pass every test, the tests with images left out.

    First the tests that call a mutant's function judge it, several mutants in one submission where
    no test can see two of them; then all tests judge each that is left, alone in its submission.
    """
    killed = _killed_by_its_tests(course, chosen)
    left = [mutant for mutant in chosen if mutant not in killed]
    works = [Work(mutant.files(course.assignment)) for mutant in left]
    found = course.bench.grade(works)
    return [
        mutant
        for mutant, outcomes in zip(left, found, strict=True)
        if not _rejected(outcomes, outcomes)
    ]


def _killed_by_its_tests(course: Course, chosen: Iterable[Mutant]) -> set[Mutant]:
    called = frozenset().union(*course.calls.values())
    mutant_of = {mutant.case(): mutant for mutant in chosen if mutant.function in called}
    return {
        mutant_of[case]
        for case, outcomes in course.outcomes(mutant_of)
        if _rejected(outcomes, _calling(course, case.function))
    }


def _calling(course: Course, function: str) -> list[str]:
    return [test for test, called in course.calls.items() if function in called]


def _rejected(outcomes: Outcomes, tests: Iterable[str]) -> bool:
    """Whether one of `tests` was judged, and not passed."""
    verdicts = [outcomes[test].verdict for test in tests]
    return any(verdict.judged and verdict is not Verdict.PASSED for verdict in verdicts)
