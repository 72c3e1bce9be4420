"""A whole class: skip what is finished, grade the rest, write every report as it comes."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grader.cli.progress import RunProgress
from grader.executors import Events, LocalExecutor
from grader.model import Phase, Rejected, Report, Submission
from grader.pipeline import Grading, reject, setup_for
from grader.reports.summary import Summary, summarise
from grader.sandbox.contract import Sandbox
from grader.store import finished, write_report, write_summary


@dataclass(frozen=True)
class ClassRun:
    """One call of `grader grade`; `out` None writes nothing."""

    grading: Grading
    sandbox: Sandbox
    data: Mapping[str, Any] | None
    out: Path | None
    phase: Phase
    lanes: int = 1
    again: bool = False
    reports: dict[str, Report] = field(default_factory=dict)

    def grade(self, found: Sequence[Submission | Rejected]) -> Summary:
        """Grade `found`, and write its reports and the summary."""
        began, started = time.monotonic(), _now()
        for one in found:
            self._take_finished(one)
        waiting = [
            one for one in found if isinstance(one, Submission) and one.id not in self.reports
        ]
        if waiting:
            self._grade(waiting)
        summary = summarise(
            self.grading.assignment,
            [self.reports[one.id] for one in found],
            data=self.grading.data,
            backend=self.sandbox.name,
            started_at=started,
            finished_at=_now(),
            seconds=time.monotonic() - began,
        )
        if self.out is not None:
            write_summary(self.out, summary)
        return summary

    def _take_finished(self, one: Submission | Rejected) -> None:
        if isinstance(one, Rejected):
            self._keep(one.id, reject(self.grading, one))
        elif self.out is not None and not self.again:
            grading = self.grading
            earlier = finished(self.out, grading.assignment, one, grading.environment, grading.data)
            if earlier is not None:
                self._keep(one.id, earlier)

    def _grade(self, waiting: Sequence[Submission]) -> None:
        setup = setup_for(self.grading.assignment, self.data)
        executor = LocalExecutor(self.grading, self.sandbox, setup, lanes=self.lanes)
        tests = len(self.grading.assignment.tests)
        with RunProgress(len(waiting), tests) as progress:

            def reported(submission: Submission, report: Report) -> None:
                self._keep(submission.id, report)
                progress.report(submission, report)

            executor.run(waiting, Events(progress.started, progress.tested, reported))

    def _keep(self, id: str, report: Report) -> None:
        self.reports[id] = report
        if self.out is not None:
            write_report(self.out, report, self.phase)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
