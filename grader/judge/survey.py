"""A survey of the suite's checks: each one that fails is noted, and the test goes on without it.

So one run tells, for a wrong solution, every check that rejects it. A check that alone rejects some
known mistake is needed: without it that mistake would pass. `grader validate` asks for that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from grader.judge.check import ATOL, RTOL, Check
from grader.judge.endings import StudentFailure
from grader.model import FailedCheck

WIDER = 1000.0
"""How much wider a tolerance may not become unnoticed."""

_GIVE_BACK = ("number", "array", "labels", "pair", "sequence")
CHECKS = (*_GIVE_BACK, "close", "equal_labels", "unchanged", "that", "award", "tiers")


class SurveyCheck(Check):
    """The `check` fixture that notes failures; a failed one gives back the value as it came."""

    def __init__(self, hidden: Path) -> None:
        self._hidden = hidden
        self._inside = False
        self.failed: list[FailedCheck] = []
        self.first: StudentFailure | None = None

    def _attempt(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        method = getattr(super(), name)
        if self._inside:  # a check that another one uses
            return method(*args, **kwargs)
        self._inside = True
        try:
            return method(*args, **kwargs)
        except StudentFailure as failure:
            self._note(failure, name == "close" and _passes(method, args, _wider(kwargs)))
            return args[0] if name in _GIVE_BACK else None
        finally:
            self._inside = False

    def _note(self, failure: StudentFailure, soft: bool) -> None:
        file, line = self._place()
        self.failed.append(FailedCheck(file, line, soft))
        self.first = self.first or failure.with_traceback(None)

    def _place(self) -> tuple[str, int]:
        """Where the suite called the check."""
        frame = sys._getframe(1)
        while not Path(frame.f_code.co_filename).is_relative_to(self._hidden):
            if frame.f_back is None:
                raise RuntimeError("a check outside the hidden suite")
            frame = frame.f_back
        name = Path(frame.f_code.co_filename).relative_to(self._hidden)
        return name.as_posix(), frame.f_lineno


def _surveyed(name: str) -> Callable[..., Any]:
    def check(self: SurveyCheck, *args: Any, **kwargs: Any) -> Any:
        return self._attempt(name, args, kwargs)

    return check


for _name in CHECKS:
    setattr(SurveyCheck, _name, _surveyed(_name))


def _wider(kwargs: dict[str, Any]) -> dict[str, Any]:
    tolerances = {"rtol": RTOL, "atol": ATOL}
    return {
        **kwargs,
        **{name: WIDER * kwargs.get(name, usual) for name, usual in tolerances.items()},
    }


def _passes(method: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    try:
        method(*args, **kwargs)
    except StudentFailure:
        return False
    return True
