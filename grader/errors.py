"""Every error that the grader raises on purpose, in one tree.

GraderError                     what, where, the rule, what was got, and a hint
├── UsageError                  the command was called in a way that cannot work (exit 2)
│   └── AssignmentError         assignment.yaml or the hidden suite is wrong
├── SandboxUnavailable          the chosen sandbox cannot run here (exit 3)
├── DataUnavailable             a data set is missing, incomplete or altered
└── InfrastructureError         the engine, the judge or the disk failed: never a student's loss

What a student's code did is never an exception of this tree: it is a verdict (`grader.model`).
"""

from __future__ import annotations

from grader.language import Message, in_language


class GraderError(Exception):
    """An error with a hint that says what to do about it.

    Both are said in the language that is spoken when they are shown.
    """

    def __init__(self, message: Message | str, *, hint: Message | str | None = None) -> None:
        super().__init__(message)
        self._message = message
        self._hint = hint

    @property
    def message(self) -> str:
        """What is wrong."""
        return str(self._message)

    @property
    def hint(self) -> str | None:
        """What to do about it."""
        return None if self._hint is None else str(self._hint)

    def told(self, language: str) -> tuple[str, str | None]:
        """Message and hint for a report in `language`."""
        hint = None if self._hint is None else in_language(self._hint, language)
        return in_language(self._message, language), hint


class UsageError(GraderError):
    """The command was called in a way that cannot work."""


class AssignmentError(UsageError):
    """The assignment's files contradict each other or the rules."""


class SandboxUnavailable(GraderError):
    """The sandbox that was asked for cannot run on this machine."""


class DataUnavailable(GraderError):
    """A data set is missing, incomplete or altered."""


class InfrastructureError(GraderError):
    """The engine, the judge or the disk failed; the submission must be graded again."""
