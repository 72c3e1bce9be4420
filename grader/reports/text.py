"""Text that students wrote, made safe for whatever reads a report."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c|$)"  # OSC, DCS …
    r"|\x9b[0-?]*[ -/]*[@-~]"  # CSI in one character
    r"|\x1b[ -/]*[0-~]?"  # every other escape
)
_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """`text` with control characters, lone surrogates and bidi marks written as escapes.

    Line feeds and tabs stay.
    """
    text = text.replace("\r\n", "\n")
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def one_line(text: str) -> str:
    """`text` for a terminal: terminal escapes removed, the rest printable and on one line."""
    return " ".join(printable(_ESCAPES.sub("", text)).split())


def _shown(character: str) -> str:
    if character in "\n\t":
        return character
    if unicodedata.category(character) in _UNSAFE or character in _BIDI:
        return character.encode("unicode_escape").decode()
    return character
