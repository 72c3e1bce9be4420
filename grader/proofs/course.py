"""An assignment on the bench: the suite's calls, and cases graded several at a time."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from grader.assignment import Assignment
from grader.pipeline import Grading, setup_for
from grader.proofs import cases
from grader.proofs.bench import Bench, Outcomes, Work
from grader.proofs.cases import Case
from grader.proofs.packing import conflicts, packed
from grader.proofs.verdicts import Calls
from grader.sandbox.contract import Sandbox

_KEY = b"the proofs' own key: the same data in every run"


@dataclass(frozen=True)
class Course:
    """The assignment on its bench, and which functions each of its tests calls."""

    assignment: Assignment
    bench: Bench
    calls: Calls

    def outcomes(
        self, chosen: Iterable[Case], *, survey: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Case, Outcomes]]:
        """Grade `chosen`, several in one submission where no test can see two of them."""
        packs = packed(chosen, conflicts(self.calls, self.assignment.reference))
        works = [self._work(pack) for pack in packs]
        for pack, found in zip(packs, self.bench.grade(works, survey=survey), strict=True):
            for case in pack:
                yield case, found

    def _work(self, pack: list[Case]) -> Work:
        """The submission of these cases, for the tests that call one of their functions."""
        replaced = {case.function for case in pack}
        tests = frozenset(test for test, called in self.calls.items() if called & replaced)
        return Work(cases.submission(self.assignment, pack), tests)


def open_course(
    grading: Grading,
    sandbox: Sandbox,
    *,
    lanes: int = 1,
    on_graded: Callable[[], None] = lambda: None,
) -> Course:
    """Grade the reference once, without the tests that need images, to see what each test calls."""
    assignment = grading.assignment
    tests = frozenset(row.id for row in assignment.tests) - with_images(assignment)
    own = replace(grading, tests=tests, course_key=_KEY)
    bench = Bench(own, sandbox, setup_for(assignment, None), lanes, on_graded)
    (outcomes,) = bench.grade([Work(assignment.reference)], survey=frozenset({"calls"}))
    calls = {test: frozenset(outcome.calls) for test, outcome in outcomes.items()}
    return Course(assignment, bench, calls)


def with_images(assignment: Assignment) -> frozenset[str]:
    """The tests that ask for images: they take long, and judge no function by itself."""
    return frozenset(
        f"{file.path.removeprefix('test_').removesuffix('.py')}/{node.name}"
        for file in assignment.hidden
        if file.path.startswith("test_") and file.path.endswith(".py")
        for node in ast.parse(file.content).body
        if isinstance(node, ast.FunctionDef)
        and any(argument.arg == "cifar10" for argument in node.args.args)
    )
