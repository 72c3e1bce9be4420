"""What hidden suites import by name; everything else comes to them as fixtures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_MARK = "undiagnosed"


def undiagnosed(test: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a test whose calls say nothing about mistakes, because several results are right.

    So it is where the data lies on a kink and every subgradient is accepted.
    """
    setattr(test, _MARK, True)
    return test


def is_undiagnosed(test: Any) -> bool:
    """Whether the test function carries the mark."""
    return getattr(test, _MARK, False) is True
