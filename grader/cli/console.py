"""The two consoles: results on standard output, progress and errors on standard error."""

from __future__ import annotations

from rich.console import Console

stdout = Console()
stderr = Console(stderr=True)


def say(line: str) -> None:
    """A line for the person who waits."""
    stderr.print(line, markup=False, highlight=False, soft_wrap=True)
