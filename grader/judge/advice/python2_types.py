"""What works in Python 2 and is another value in Python 3: `/`, range, map, zip and print."""

from __future__ import annotations

import re

from grader.judge.advice.found import Found
from grader.model import Text

_NOT_WHOLE = re.compile(
    r"'(?:numpy\.)?float(?:64)?' object cannot be interpreted as an integer"
    r"|slice indices must be integers"
    r"|(?:list|tuple) indices must be integers or slices, not float"
    r"|can't multiply sequence by non-int of type 'float'"
)
_NOT_AN_INDEX = re.compile(r"only integers, slices")  # labels may be floats, too
_DIVISION = re.compile(r"(?<!/)/(?!/)")
_DIVISION_AS_INDEX = re.compile(r"\[[^\[\]]*(?<!/)/(?!/)[^\[\]]*\]")
_NOT_A_LIST = re.compile(
    r"'(?:map|filter|zip|dict_keys|dict_values|dict_items)' object is not subscriptable"
    r"|object of type '(?:map|filter|zip)' has no len\(\)"
    r"|'(?:range|dict_keys|dict_values|dict_items)' object has no attribute "
    r"'(?:append|extend|insert|pop|remove|reverse|sort)'"
    r"|'range' object does not support item assignment"
)
_PRINT = re.compile(r"unsupported operand type\(s\) for (?:>>|-|%): 'builtin_function_or_method'")


def python2_type(found: Found) -> Text | None:
    """What to write so that the value is again what it was in Python 2."""
    if _has_divided(found):
        return Text(
            "In Python 3 `/` always gives a float; division to a whole number is `//`.",
            "В Python 3 `/` всегда даёт вещественное число; деление нацело — это `//`.",
        )
    if _NOT_A_LIST.match(found.text):
        return Text(
            "In Python 3 this is not a list; write list(…) around it.",
            "В Python 3 это не список; оберните выражение: list(…).",
        )
    if _PRINT.match(found.text) and "print" in found.source:
        return Text(
            "In Python 3 print is a function: print(x).",
            "В Python 3 print — функция: print(x).",
        )
    return None


def _has_divided(found: Found) -> bool:
    code = _code(found.source)
    if _NOT_AN_INDEX.match(found.text):
        return _DIVISION_AS_INDEX.search(code) is not None
    return _NOT_WHOLE.match(found.text) is not None and _DIVISION.search(code) is not None


def _code(line: str) -> str:
    """`line` without its comment; a slash in a text would be taken for a division."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|#.*", "", line)
