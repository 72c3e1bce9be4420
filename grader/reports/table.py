"""The table at the end of `grader grade`: a submission a row, and the class below."""

from __future__ import annotations

import os
from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text as Cell

from grader.model import Status, Text
from grader.reports.summary import Summary, SummaryRow
from grader.reports.text import one_line
from grader.reports.words import STATUSES, VERDICTS

_SUBMISSION = Text("submission", "работа")
_SCORE = Text("score", "балл")
_TESTS = Text("tests", "тесты")
_MEAN = Text("mean", "среднее")
_MEDIAN = Text("median", "медиана")
_OF = Text("of", "из")

_STYLES = {Status.GRADED: "", Status.REJECTED: "yellow", Status.INCOMPLETE: "magenta"}


def show(summary: Summary, console: Console, language: str = "en") -> None:
    """Print the table and the class's line.

    On a terminal, long cells are folded at its width; in a pipe every submission is one line.
    """
    table = _table(summary, language)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        width = Measurement.get(console, console.options.update(max_width=10_000), table).maximum
        console = Console(file=console.file, width=width, color_system=None, highlight=False)
    console.print(table)
    console.print(_class_line(summary, language), soft_wrap=True)


def _table(summary: Summary, language: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(_SUBMISSION.in_language(language), overflow="fold", min_width=10)
    table.add_column(_SCORE.in_language(language), justify="right", no_wrap=True)
    names = _part_names(summary)
    for name in names:
        table.add_column(_plain(name), justify="right", overflow="fold")
    table.add_column(_TESTS.in_language(language), overflow="fold", min_width=16)
    for row in summary.submissions:
        table.add_row(*_cells(row, names, language), style=_STYLES[row.status])
    return table


def _part_names(summary: Summary) -> list[str]:
    names = (part.name for row in summary.submissions for part in row.parts)
    return list(dict.fromkeys(names))


def _cells(row: SummaryRow, names: list[str], language: str) -> Iterator[Cell]:
    yield _plain(row.id)
    yield _plain("–" if row.score is None else _number(row.score))
    scores = {part.name: part for part in row.parts}
    for name in names:
        part = scores.get(name)
        yield _plain(f"{_number(part.score)}/{_number(part.max_score)}" if part else "–")
    yield _plain(_remark(row, language))


def _remark(row: SummaryRow, language: str) -> str:
    """How often each verdict was given, and why there is no score."""
    counts = [
        f"{word.in_language(language)} {row.verdicts[verdict.value]}"
        for verdict, word in VERDICTS.items()
        if row.verdicts.get(verdict.value)
    ]
    told = [] if row.status is Status.GRADED else [STATUSES[row.status].in_language(language)]
    if row.status is not Status.REJECTED:
        told.append(", ".join(counts))
    if row.reason is not None:
        told.append(row.reason.in_language(language))
    return ": ".join(part for part in told if part)


def _class_line(summary: Summary, language: str) -> Cell:
    parts = [
        f"{STATUSES[status].in_language(language)} {summary.counts.get(status.value, 0)}"
        for status in Status
    ]
    mean, median = summary.statistics.mean, summary.statistics.median
    if mean is not None and median is not None:
        parts.append(f"{_MEAN.in_language(language)} {_number(mean)}")
        parts.append(
            f"{_MEDIAN.in_language(language)} {_number(median)} "
            f"{_OF.in_language(language)} {_number(summary.max_score)}"
        )
    return _plain(f"{summary.title.in_language(language)}: {', '.join(parts)}")


def _number(value: float) -> str:
    return f"{value:.6g}"


def _plain(text: str) -> Cell:
    """`text` as it is: no markup, and nothing in it that a terminal would obey."""
    return Cell(one_line(text))
