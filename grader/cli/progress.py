"""Progress of a run: who is being graded, how many are left, and the time."""

from __future__ import annotations

import threading
import time

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from grader.cli.console import say, stderr
from grader.language import gettext as _
from grader.language import spoken
from grader.model import Report, Submission
from grader.reports.text import one_line
from grader.reports.words import STATUSES


class RunProgress:
    """A live line on a terminal; elsewhere one line for each finished submission."""

    def __init__(self, total: int, tests: int) -> None:
        self._total = total
        self._tests = tests
        self._lock = threading.Lock()
        self._done = 0
        self._started: dict[str, float] = {}
        self._tested: dict[str, int] = {}
        self._live = Progress(
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=stderr,
            transient=True,
            disable=not stderr.is_terminal,
        )
        self._task = self._live.add_task("", total=total)

    def __enter__(self) -> RunProgress:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def report(self, submission: Submission, report: Report) -> None:
        """A submission is finished."""
        with self._lock:
            self._done += 1
            started = self._started.pop(submission.id, time.monotonic())
            self._tested.pop(submission.id, None)
            self._live.advance(self._task)
            self._describe()
            if not stderr.is_terminal:
                name, seconds = one_line(submission.id), time.monotonic() - started
                say(
                    _("[{done}/{total}] {name}: {result} ({seconds:.1f} s)").format(
                        done=self._done,
                        total=self._total,
                        name=name,
                        result=_result(report),
                        seconds=seconds,
                    )
                )

    def started(self, submission: Submission) -> None:
        """A submission is being graded."""
        with self._lock:
            self._started[submission.id] = time.monotonic()
            self._tested[submission.id] = 0
            self._describe()

    def tested(self, submission: Submission, test: str) -> None:
        """One of its tests has ended."""
        with self._lock:
            self._tested[submission.id] += 1
            self._describe()

    def _describe(self) -> None:
        graded = ", ".join(
            f"{one_line(name)} ({count}/{self._tests})" for name, count in self._tested.items()
        )
        line = str(_("grading {submissions}").format(submissions=graded)) if graded else ""
        self._live.update(self._task, description=line.replace("[", "\\["))


def _result(report: Report) -> str:
    if report.score is None:
        return STATUSES[report.status].in_language(spoken())
    return f"{report.score:g} / {report.max_score:g}"
