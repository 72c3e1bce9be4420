"""Grades many prepared submissions at once, and keeps what the judge found."""

from __future__ import annotations

import contextlib
import hashlib
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from grader.judge.client import Judge, Setup
from grader.model import Outcome, SourceFile, Submission
from grader.pipeline import Grading, secret, seeds
from grader.sandbox.contract import Sandbox, WorkerLimits

Outcomes = Mapping[str, Outcome]
"""What was found for each test, by its id."""

Surveyed = Callable[[Mapping[str, Any]], None]


@dataclass(frozen=True)
class Work:
    """Files to grade, by some of the tests or, with None, by all."""

    files: tuple[SourceFile, ...]
    tests: frozenset[str] | None = None


@dataclass(frozen=True)
class Bench:
    """A sandbox and what all gradings have in common; seeds come from a key of the proofs' own."""

    grading: Grading
    sandbox: Sandbox
    setup: Setup
    lanes: int
    on_graded: Callable[[], None]

    def grade(
        self,
        works: Sequence[Work],
        *,
        survey: frozenset[str] = frozenset(),
        on_survey: Surveyed = lambda found: None,
    ) -> list[Outcomes]:
        """The outcomes of each of `works`, in their order."""
        setup = replace(self.setup, survey=survey)
        waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in range(len(works)):
            waiting.put(number)
        found: dict[int, Outcomes] = {}
        stop = threading.Event()

        def work() -> None:
            limits = self.grading.assignment.limits
            lane = self.sandbox.open_lane(
                WorkerLimits(memory_mb=limits.memory_mb, processes=limits.processes)
            )
            with contextlib.closing(lane), contextlib.closing(Judge(lane, setup)) as judge:
                while not stop.is_set():
                    try:
                        number = waiting.get_nowait()
                    except queue.Empty:
                        return
                    found[number] = self._outcomes(judge, works[number], on_survey)
                    self.on_graded()

        with ThreadPoolExecutor(max(1, min(self.lanes, len(works)))) as pool:
            futures = [pool.submit(work) for _ in range(max(1, min(self.lanes, len(works))))]
            try:
                for future in futures:
                    future.result()
            except BaseException:
                stop.set()
                self.sandbox.close()  # ends the lanes' conversations
                raise
        return [found[number] for number in range(len(works))]

    def _outcomes(
        self,
        judge: Judge,
        work: Work,
        on_survey: Surveyed,
    ) -> Outcomes:
        submission = Submission("proof", work.files, _sha256(work.files))
        grading = self.grading if work.tests is None else replace(self.grading, tests=work.tests)
        judged = judge.grade(
            submission, seeds(grading, submission), secret(grading, submission), on_survey=on_survey
        )
        return {outcome.test: outcome for outcome in judged}


def _sha256(files: tuple[SourceFile, ...]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.path}\0{len(file.content)}\0".encode() + file.content)
    return total.hexdigest()
