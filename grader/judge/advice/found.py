"""The facts that advice is given on."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

_FRAME = re.compile(r"([^:\n]+\.py):([0-9]{1,6})(?: in [^:\n]*)?: ?(.*)", re.DOTALL)
_SHOWN = 100


@dataclass(frozen=True)
class Found:
    """An exception, and the last place in the student's own files that led to it."""

    type: str
    text: str
    file: str
    line: int
    source: str
    importing: bool
    absent: frozenset[str]

    @classmethod
    def of(cls, exception: dict[str, Any], *, importing: bool, absent: Collection[str]) -> Found:
        """The facts of an exception that was checked."""
        last = exception["traceback"][-1] if exception["traceback"] else ""
        frame = _FRAME.fullmatch(last)
        file, line, source = frame.groups() if frame else ("", "0", "")
        return cls(
            type=exception["type"],
            text=exception["text"],
            file=file,
            line=int(line),
            source=source,
            importing=importing,
            absent=frozenset(absent),
        )


def shown(text: str) -> str:
    """A line of a student's, for a message: one line, nothing in it acts, and not too long."""
    line = "".join(character if character.isprintable() else " " for character in text).strip()
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
