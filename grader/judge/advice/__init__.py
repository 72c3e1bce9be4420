"""What a student can do about an exception: one sentence or two for the mistakes of real code.

An exception is what the student's process says, so it is matched, never trusted. What it says
while a module is imported may be quoted: no test's data is in the process then. What it says during
a test is not: only words of our own lists are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from grader.judge.advice.found import Found
from grader.judge.advice.modules import absent_module
from grader.judge.advice.notebook import left_from_notebook
from grader.judge.advice.numpy_names import removed_from_numpy
from grader.judge.advice.python2_names import python2_name
from grader.judge.advice.python2_types import python2_type
from grader.judge.advice.syntax import wrong_syntax
from grader.judge.advice.top_level import at_top_level
from grader.model import Text

_RULES: tuple[Callable[[Found], Text | None], ...] = (
    wrong_syntax,
    python2_name,
    absent_module,
    removed_from_numpy,
    python2_type,
    left_from_notebook,
    at_top_level,
)


def advice(
    exception: dict[str, Any], *, importing: bool = False, absent: Collection[str] = ()
) -> Text | None:
    """Advice on `exception`, or None; `absent` names the modules that were not handed in."""
    found = Found.of(exception, importing=importing, absent=absent)
    return next((text for rule in _RULES if (text := rule(found)) is not None), None)
