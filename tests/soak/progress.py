"""A live line on a terminal, failures as they come, and what was found."""

from __future__ import annotations

import threading

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Live

from grader.cli.console import say, stderr
from tests.soak.record import Record
from tests.soak.run import Failure, Run
from tests.soak.table import describe

_EVERY = 50


class Progress:
    """Takes in the finished runs, from the lanes' threads."""

    def __init__(self, record: Record, total: int, found: dict[Run, tuple[Failure, ...]]) -> None:
        self._record = record
        self._found = found
        self._total = total
        self._lock = threading.Lock()
        self._live = Live(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=stderr,
            transient=True,
            disable=not stderr.is_terminal,
        )
        self._task = self._live.add_task(record.name, total=total, completed=len(found))

    def __enter__(self) -> Progress:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def finished(self, run: Run, failures: tuple[Failure, ...]) -> None:
        """Keep what was found; say what failed at once."""
        with self._lock:
            self._record.add(run, failures)
            self._found[run] = failures
            self._live.advance(self._task)
            for failure in failures:
                say(describe(self._record.name, run, failure))
            if not stderr.is_terminal and len(self._found) % _EVERY == 0:
                say(f"{self._record.name}: {len(self._found)} of {self._total} runs")
