"""A student's exception, cut down to where in the student's own files it was raised.

The text of an exception, the name of its class and everything printed are written by student code,
which may copy a test's input into them. Where inputs must stay unseen, only facts are left that
carry almost none of it: a well-known class, and lines of the student's own files.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Collection, Mapping
from typing import Any

from grader.model import Text

_FRAME = re.compile(r"([^:\n]{1,255}\.py):([0-9]{1,6})(?![0-9])")
_FRAMES = 20
_NUMPY = frozenset({"AxisError", "LinAlgError", "UFuncTypeError", "_ArrayMemoryError"})


def own_frames(exception: Mapping[str, Any], files: Collection[str]) -> dict[str, Any]:
    """`exception` with its class if well known, "file:line" of own `files`, and no text."""
    frames = (_FRAME.match(str(frame)) for frame in exception.get("traceback") or ())
    own = [f"{frame[1]}:{frame[2]}" for frame in frames if frame and frame[1] in files]
    return {
        "type": _well_known(exception.get("type")),
        "text": None,
        "traceback": own[-_FRAMES:],
    }


def may_quote(message: Text | None, exception: Mapping[str, Any], cut: Mapping[str, Any]) -> bool:
    """Whether `message` may hold words of the student's code: a class of its own, or the text."""
    if message is None:
        return False
    text = str(exception.get("text") or "")
    return cut["type"] is None or (text != "" and (text in message.en or text in message.ru))


def message(cut: Mapping[str, Any]) -> Text:
    """What a report says in place of a message that may quote the exception's text."""
    kind = cut["type"]
    place = cut["traceback"][-1] if cut["traceback"] else None
    en = f"Your code raised {kind}" if kind else "Your code raised an exception"
    ru = f"В вашем коде возникло исключение {kind}" if kind else "В вашем коде возникло исключение"
    if place:
        en, ru = f"{en} at {place}", f"{ru}, место: {place}"
    return Text(en=f"{en}.", ru=f"{ru}.")


def _well_known(name: object) -> str | None:
    if not isinstance(name, str):
        return None
    builtin = getattr(builtins, name, None)
    known = isinstance(builtin, type) and issubclass(builtin, BaseException)
    return name if known or name in _NUMPY else None
