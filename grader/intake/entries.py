"""What a submission holds before anything of it is read: paths, and how to read each file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from grader.intake.rules import Refused, Rules, check_name, escaped

Read = Callable[[int], bytes]
"""Reads a file from its start, but never more than this many bytes."""

_SKIPPED_FOLDERS = frozenset({"__pycache__", "__MACOSX", "tests", "venv", "node_modules"})
_SKIPPED_FILES = frozenset(
    {"expect.yaml", "Icon\r", "conftest.py", "sitecustomize.py", "usercustomize.py"}
)


@dataclass(frozen=True)
class Entry:
    """One file of a submission, not read yet; its path is relative to the submission."""

    path: PurePosixPath
    read: Read


def is_skipped(path: PurePosixPath, *, folder: bool) -> bool:
    """Whether `path` is left out unseen: caches, dotfiles, environments, tests, hooks."""
    folders = path.parts if folder else path.parts[:-1]
    return (
        any(part.startswith(".") for part in path.parts)
        or any(part in _SKIPPED_FOLDERS for part in folders)
        or (not folder and path.name in _SKIPPED_FILES)
    )


class Counter:
    """Counts the entries of one submission and refuses those that break a rule."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._count = 0

    def admit(self, path: PurePosixPath) -> None:
        """Refuse one entry too many, one too deep, or one with an unsafe name."""
        self._count += 1
        if self._count > self._rules.entries:
            raise Refused(
                f"it holds more than {self._rules.entries} files and folders",
                f"в ней больше {self._rules.entries} файлов и папок",
            )
        for part in path.parts:
            check_name(part, self._rules)
        if len(path.parts) > self._rules.depth:
            raise Refused(
                f"{escaped(str(path))} lies more than {self._rules.depth} folders deep",
                f"файл {escaped(str(path))} вложен глубже, чем на {self._rules.depth} папок",
            )
