"""The hidden suite of linear_classifier, with real workers, on variants of the reference."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.judge.client import Judge
from grader.model import Outcome, SourceFile, Submission, Verdict
from grader.pipeline import setup_for
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.process import ProcessSandbox

ROOT = Path(__file__).parents[3]
ASSIGNMENT = load_assignment(ROOT / "assignments/linear_classifier")
TESTS = [row.id for row in ASSIGNMENT.suite if not row.id.startswith("accuracy/")]

Grade = Callable[..., dict[str, Outcome]]


def reference_files() -> dict[str, str]:
    """The reference's modules as text, by file name."""
    folder = ROOT / "reference/linear_classifier"
    return {path.name: path.read_text() for path in folder.glob("*.py")}


def lost(outcomes: dict[str, Outcome]) -> dict[str, str]:
    """The messages of the tests that were not passed."""
    return {
        test: outcome.message.en if outcome.message else ""
        for test, outcome in outcomes.items()
        if outcome.verdict is not Verdict.PASSED
    }


@pytest.fixture(scope="session")
def grade() -> Iterator[Grade]:
    """The outcomes of these modules under a setting of `l2_factor`."""
    with contextlib.ExitStack() as stack:
        sandbox = ProcessSandbox()
        stack.callback(sandbox.close)
        judges: dict[object, Judge] = {}

        def judge(l2_factor: object) -> Judge:
            if l2_factor not in judges:
                lane = sandbox.open_lane(WorkerLimits())
                stack.callback(lane.close)
                conventions = {**ASSIGNMENT.conventions, "l2_factor": l2_factor}
                setup = setup_for(replace(ASSIGNMENT, conventions=conventions), None)
                judges[l2_factor] = Judge(lane, setup)
                stack.callback(judges[l2_factor].close)
            return judges[l2_factor]

        def run(
            l2_factor: object, modules: dict[str, str], tests: Sequence[str] = TESTS
        ) -> dict[str, Outcome]:
            files = tuple(SourceFile(name, text.encode()) for name, text in modules.items())
            seeds = {test: zlib.crc32(test.encode()) for test in tests}
            outcomes = judge(l2_factor).grade(Submission("student", files, "0" * 64), seeds, 7)
            return {outcome.test: outcome for outcome in outcomes}

        yield run
