"""What a proof says."""

from __future__ import annotations

from dataclasses import dataclass

from grader.language import Message


@dataclass(frozen=True)
class Proof:
    """What was proven, in a line with its count; what contradicts it; and what else to know."""

    line: Message
    findings: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing contradicts it."""
        return not self.findings
