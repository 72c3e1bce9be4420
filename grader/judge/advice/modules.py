"""An import of what is not there: a module that was not handed in, or a package."""

from __future__ import annotations

import platform
import re

import numpy as np

from grader.judge.advice.found import Found, shown
from grader.model import Text

_NO_MODULE = re.compile(r"No module named '([\w.]+)'")
_NO_NAME = re.compile(r"cannot import name '(\w+)' from '[\w.]*' \(unknown location\)")
_VERSIONS = f"Python {platform.python_version()}", f"NumPy {np.__version__}"


def absent_module(found: Found) -> Text | None:
    """Which module is missing, and what is there instead."""
    match = _NO_MODULE.match(found.text) or _NO_NAME.match(found.text)
    if found.type not in ("ModuleNotFoundError", "ImportError") or not match:
        return None
    name = match[1]
    words = {*name.split("."), *re.findall(r"\w+", found.source)}
    if wanted := sorted(words & found.absent):
        return Text(
            f"{wanted[0]} is imported, but {wanted[0]}.py was not found in the submission.",
            f"Импортируется {wanted[0]}, а файла {wanted[0]}.py в работе нет.",
        )
    return _not_installed(shown(name) if found.importing else None)


def _not_installed(name: str | None) -> Text:
    """`name` may be left unsaid."""
    python, numpy = _VERSIONS
    return Text(
        f"There is no {name or 'such module'} here, neither in the submission nor installed. Code "
        f"is graded with {python} and {numpy} only, and the assignment needs nothing else.",
        f"Модуля {name or 'с таким именем'} нет ни в работе, ни среди установленных. Работы "
        f"проверяются только с {python} и {numpy}, и для задания больше ничего не нужно.",
    )
