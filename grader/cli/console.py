"""The two consoles: results on standard output, progress and errors on standard error."""

from __future__ import annotations

from rich.console import Console

from grader.language import Message

stdout = Console()
stderr = Console(stderr=True)


def show(line: Message | str) -> None:
    """A line of the result."""
    stdout.print(str(line), markup=False, highlight=False, soft_wrap=True)


def say(line: Message | str) -> None:
    """A line for the person who waits."""
    stderr.print(str(line), markup=False, highlight=False, soft_wrap=True)
