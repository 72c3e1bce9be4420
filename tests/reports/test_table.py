"""The table tells every score at 80 columns and in a pipe, and obeys nothing that it shows."""

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from grader.model import AssignmentInfo, PartResult, Status, Text, Verdict
from grader.reports.summary import SCHEMA, Statistics, Summary, SummaryRow, SummaryVolatile
from grader.reports.table import show
from grader.reports.words import STATUSES, VERDICTS

PARTS = ("svm", "softmax", "gradient_check", "linear_classifier", "accuracy")


def row(id: str, score: float | None = 87.5, **changes: object) -> SummaryRow:
    parts = tuple(PartResult(name, Text(name, name), 12.5, 20.0) for name in PARTS)
    values: dict[str, object] = {
        "status": Status.GRADED,
        "reason": None,
        "parts": parts,
        "verdicts": {"passed": 51, "failed": 2, "timeout": 1},
    }
    return SummaryRow(id=id, score=score, **(values | changes))  # type: ignore[arg-type]


def summary(*rows: SummaryRow) -> Summary:
    return Summary(
        SCHEMA,
        AssignmentInfo("demo", "a" * 64),
        Text("Demo", "Пример"),
        100.0,
        {"graded": 1, "rejected": 1, "incomplete": 0},
        rows,
        Statistics(87.5, 87.5, 87.5, 87.5),
        {},
        "docker",
        SummaryVolatile("", "", 1.0),
    )


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What is printed on a terminal of `width` columns, or into a pipe."""
    monkeypatch.delenv("COLUMNS", raising=False)

    def print_it(*rows: SummaryRow, width: int | None = None, language: str = "en") -> str:
        console = Console(
            file=io.StringIO(), force_terminal=width is not None, width=width, color_system=None
        )
        show(summary(*rows), console, language)
        assert isinstance(console.file, io.StringIO)
        return console.file.getvalue()

    return print_it


REJECTED = row(
    "boris", None, status=Status.REJECTED, reason=Text("it is a bomb", "это бомба"), parts=(),
    verdicts={},
)  # fmt: skip


def test_in_a_pipe_every_submission_is_one_line(shown: Callable[..., str]) -> None:
    lines = shown(row("anna_" * 20), REJECTED).splitlines()
    (anna,) = [line for line in lines if "anna" in line]
    assert "anna_" * 20 in anna
    assert "87.5" in anna
    assert anna.count("12.5") == len(PARTS)
    assert "passed 51, failed 2, timeout 1" in anna
    (boris,) = [line for line in lines if line.startswith(" boris")]
    assert boris.rstrip().endswith("rejected")
    assert "boris: it is a bomb" in lines
    assert "Demo: graded 1, rejected 1, incomplete 0, mean 87.5, median 87.5 of 100" in lines


def test_eighty_columns_lose_nothing(shown: Callable[..., str]) -> None:
    name = "a_rather_long_name_of_a_student"
    text = shown(row(name), REJECTED, width=80)
    table = text[: text.index("boris: it is")].splitlines()
    assert all(len(line) <= 80 for line in table)
    assert "…" not in text
    names = "".join(line[1:11].strip() for line in table[3:])
    assert name in names
    assert text.count("12.5") == len(PARTS)
    for word in ("passed 51", "failed 2", "timeout 1", "gradient_", "classifier", "/20"):
        assert word in text


def test_parts_that_do_not_fit_are_left_out(shown: Callable[..., str]) -> None:
    text = shown(row("anna"), width=50)
    assert "12.5" not in text
    assert "87.5" in text
    assert "timeout 1" in " ".join(text.split())


def test_russian(shown: Callable[..., str]) -> None:
    text = shown(row("anna"), REJECTED, language="ru")
    assert "зачтено 51, не зачтено 2, превышено время 1" in text
    assert "boris: это бомба" in text
    assert "– не принято boris:" in " ".join(text.split())
    assert "Пример: проверено 1, не принято 1" in text


def test_terminal_escapes_and_markup_are_only_text(shown: Callable[..., str]) -> None:
    """Neither a terminal nor rich's markup may obey a student."""
    reason = Text("\x1b[2J\x1b]0;owned\x07[red]100[/red]\nfake row 100", "…")
    text = shown(row("anna", None, status=Status.REJECTED, reason=reason, verdicts={}))
    assert "\x1b" not in text
    assert "owned" not in text
    assert "[red]100[/red] fake row 100" in text


def test_every_verdict_and_status_has_its_word() -> None:
    assert set(VERDICTS) == set(Verdict)
    assert set(STATUSES) == set(Status)
