"""What a notebook leaves in the .py file that it was exported to."""

from __future__ import annotations

from grader.judge.advice.found import Found
from grader.model import Text


def left_from_notebook(found: Found) -> Text | None:
    """A call of Jupyter's own function."""
    if found.type != "NameError" or "name 'get_ipython' is not defined" not in found.text:
        return None
    return Text(
        "get_ipython exists only in Jupyter; delete the line.",
        "get_ipython есть только в Jupyter; удалите эту строку.",
    )
