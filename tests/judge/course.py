"""A judge over the `process` sandbox, with a small suite of a test's own."""

from __future__ import annotations

import contextlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from grader.assignment.mistakes import load_mistakes
from grader.assignment.reference_names import functions_of
from grader.judge.client import Judge, Setup
from grader.model import Outcome, SourceFile, Submission
from grader.pipeline import described
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.process import ProcessSandbox

PATIENT = 20.0
"""Seconds for what comes at once, on a machine that may be busy."""

NO_MISTAKES: Mapping[str, str] = MappingProxyType({})
LIMITS = {
    "submission_seconds": 2 * PATIENT,
    "call_seconds": PATIENT,  # of an import
    "memory_mb": 1024,
    "output_bytes": 4096,
    "file_bytes": 2**20,
    "open_files": 128,
}


@dataclass(frozen=True)
class Course:
    """A judge that was set up with `tests`."""

    judge: Judge
    tests: tuple[str, ...]

    def grade(
        self, *, only: tuple[str, ...] | None = None, seed: int = 7, **modules: str
    ) -> dict[str, Outcome]:
        """The outcomes of a submission of these modules, by the tests' functions."""
        files = tuple(SourceFile(f"{name}.py", text.encode()) for name, text in modules.items())
        tests = [test for test in self.tests if only is None or test.partition("/")[2] in only]
        seeds = {test: seed + zlib.crc32(test.encode()) for test in tests}
        outcomes = self.judge.grade(Submission("student", files, "0" * 64), seeds, 7)
        return {outcome.test.partition("/")[2]: outcome for outcome in outcomes}


@contextlib.contextmanager
def course(
    suite: str,
    *,
    modules: tuple[str, ...] = ("work",),
    short: tuple[str, ...] = (),
    data: Mapping[str, Any] | None = None,
    reference: str = "",
    own_work: str | None = None,
    mistakes: Mapping[str, str] = NO_MISTAKES,
    survey: frozenset[str] = frozenset(),
    test_seconds: float = PATIENT,
    **limits: float,
) -> Iterator[Course]:
    """A judge with the hidden suite `suite`; calls of the tests in `short` end after 0.3 s.

    `reference` is the judge's module `answer`, `own_work` the reference's `work`; `mistakes` are
    files of known mistakes, by name.
    """
    tests = tuple(f"suite/{name}" for name in re.findall(r"^def (test_\w+)", suite, re.MULTILINE))
    rows = {
        test: {
            "call_seconds": 0.3 if test.partition("/")[2] in short else PATIENT,
            "test_seconds": test_seconds,
        }
        for test in tests
    }
    solution = {"answer.py": reference, **({} if own_work is None else {"work.py": own_work})}
    files = [SourceFile(name, text.encode()) for name, text in solution.items()]
    here = Path("mistakes")
    known = load_mistakes(
        here,
        [SourceFile(f"{name}.py", text.encode()) for name, text in mistakes.items()],
        functions_of(here, files),
        tests,
    )
    setup = Setup(
        hidden=(("test_suite.py", suite.encode()),),
        reference=tuple((file.path, file.content) for file in files),
        tests=rows,
        conventions={"l2_factor": 0.5},
        modules=modules,
        limits={**LIMITS, **limits},
        data=data,
        mistakes=tuple(map(described, known)),
        survey=survey,
    )
    with contextlib.ExitStack() as stack:
        sandbox = ProcessSandbox()
        stack.callback(sandbox.close)
        lane = sandbox.open_lane(WorkerLimits())
        stack.callback(lane.close)
        judge = Judge(lane, setup)
        stack.callback(judge.close)
        yield Course(judge, tests)
