"""The table at the end of `grader grade`: a submission a row, and the class below."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

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

_FOLDED = 10
"""Width of the submissions' names where the terminal is narrow."""

_STYLES = {Status.GRADED: "", Status.REJECTED: "yellow", Status.INCOMPLETE: "magenta"}


def show(summary: Summary, console: Console, language: str = "en") -> None:
    """Print the table, why there are submissions without a score, and the class's line.

    On a terminal, long cells are folded at its width, and the parts are left out where they do
    not fit; in a pipe every submission is one line.
    """
    parts = _part_names(summary)
    table = _table(summary, parts, language)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console = Console(file=console.file, width=_size(table).maximum, color_system=None)
    elif _size(table).minimum > console.width:
        table = _table(summary, parts, language, longest=_FOLDED)
        if _size(table).minimum > console.width:
            table = _table(summary, {}, language, longest=_FOLDED)
    console.print(table)
    for line in (*_reasons(summary, language), _class_line(summary, language)):
        console.print(line, soft_wrap=True)


def _part_names(summary: Summary) -> dict[str, float]:
    """The parts' names in order, with their points."""
    return {part.name: part.max_score for row in summary.submissions for part in row.parts}


def _size(table: Table) -> Measurement:
    endless = Console(width=10_000)
    return Measurement.get(endless, endless.options, table)


def _table(
    summary: Summary, parts: dict[str, float], language: str, longest: int | None = None
) -> Table:
    """The table; names of submissions are folded when they are longer than `longest`."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(_SUBMISSION.in_language(language), overflow="fold", max_width=longest)
    table.add_column(_SCORE.in_language(language), justify="right", no_wrap=True)
    for name, points in parts.items():
        head = "\n".join([*one_line(name).replace("_", "_ ").split(), f"/{_number(points)}"])
        table.add_column(Cell(head), justify="right", no_wrap=True)
    table.add_column(_TESTS.in_language(language), overflow="fold")
    for row in summary.submissions:
        table.add_row(*_cells(row, parts, language), style=_STYLES[row.status])
    return table


def _cells(row: SummaryRow, parts: Iterable[str], language: str) -> Iterator[Cell]:
    yield _plain(row.id)
    yield _plain("–" if row.score is None else _number(row.score))
    scores = {part.name: part.score for part in row.parts}
    for name in parts:
        yield _plain(_number(scores[name]) if name in scores else "–")
    yield _plain(_remark(row, language))


def _remark(row: SummaryRow, language: str) -> str:
    """How often each verdict was given, after the status where it is not `graded`."""
    counts = ", ".join(
        f"{word.in_language(language)} {row.verdicts[verdict.value]}"
        for verdict, word in VERDICTS.items()
        if row.verdicts.get(verdict.value)
    )
    match row.status:
        case Status.GRADED:
            return counts
        case Status.REJECTED:
            return STATUSES[row.status].in_language(language)
    return f"{STATUSES[row.status].in_language(language)}: {counts}"


def _reasons(summary: Summary, language: str) -> Iterator[Cell]:
    for row in summary.submissions:
        if row.reason is not None:
            yield _plain(f"{row.id}: {row.reason.in_language(language)}")


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
