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


class GraderError(Exception):
    """An error with a hint that says what to do about it."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


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
