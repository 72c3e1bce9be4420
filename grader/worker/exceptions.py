"""A student's exception as data: type, text, and where in the student's own files it was."""

from __future__ import annotations

import contextlib
import traceback
from pathlib import Path
from typing import Any

_TEXT = 2000
_FRAMES = 20


def describe(error: BaseException, folder: Path) -> dict[str, Any]:
    """`error` in plain values, whatever its class does; `folder` holds the submission."""
    return {
        "type": _type_name(type(error))[:200],
        "text": _text(error)[:_TEXT],
        "not_implemented": issubclass(type(error), NotImplementedError),
        "traceback": _own_frames(error, folder)[-_FRAMES:],
    }


def _type_name(kind: type) -> str:
    name: str = type.__dict__["__name__"].__get__(kind)  # a metaclass may have one of its own
    return name


def _text(error: BaseException) -> str:
    try:
        if isinstance(error, SyntaxError):
            return f"{error.msg} (line {error.lineno})"
        return str(error)
    except BaseException as second:
        return f"(its text cannot be shown: {type(second).__name__})"


def _own_frames(error: BaseException, folder: Path) -> list[str]:
    frames: list[str] = []
    with contextlib.suppress(Exception):
        for frame in traceback.extract_tb(error.__traceback__):
            if Path(frame.filename).is_relative_to(folder):
                name = Path(frame.filename).relative_to(folder)
                frames.append(f"{name}:{frame.lineno} in {frame.name}: {frame.line}"[:_TEXT])
        if isinstance(error, SyntaxError) and error.filename:
            frames.append(
                f"{Path(error.filename).name}:{error.lineno}: {(error.text or '').strip()}"
            )
    return frames
