"""In the place of `past` and `past.utils`."""

from __future__ import annotations

import sys
from numbers import Integral
from typing import Any

from grader.worker.standins import past_builtins as builtins

__path__: list[str] = []

__all__ = ["PY2", "PY3", "builtins", "old_div", "utils"]

PY2 = False
PY3 = True
utils = sys.modules[__name__]


def old_div(a: Any, b: Any) -> Any:
    """Python 2's a / b: a whole number for whole numbers."""
    if isinstance(a, Integral) and isinstance(b, Integral):
        return a // b
    return a / b
