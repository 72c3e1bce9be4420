"""What intake accepts, and the exception that ends one submission's intake.

A rule that is broken rejects the submission: no score, and a reason that names rule and entry.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from grader.model import Text

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SHOWN = 80


@dataclass(frozen=True)
class Rules:
    """What a submission may hold.

    `submission_kb` counts the `.py` files that are kept, unpacked, by the bytes that were read.
    The other caps hold for every entry that is looked at, whatever headers claim. `answers` is the
    file with answers to questions, where the assignment has any; what it has beyond `answers_kb` is
    cut off, so that a file too large costs its questions and nothing else.
    """

    modules: tuple[str, ...]
    answers: str | None = None
    answers_kb: int = 256
    submission_kb: int = 1024
    entries: int = 2000
    depth: int = 12
    name_bytes: int = 255
    directory_bytes: int = 4 * 2**20
    """Size of a zip's table of contents; about 40,000 entries."""


class Refused(Exception):
    """A submission broke a rule. Never leaves `grader.intake`."""

    def __init__(self, en: str, ru: str) -> None:
        super().__init__(en)
        self.reason = Text(en=en, ru=ru)


def check_name(name: str, rules: Rules) -> None:
    """Refuse a single name that is not safe to store or to show."""
    raw = name.encode("utf-8", "surrogatepass")
    if len(raw) > rules.name_bytes:
        raise Refused(
            f"the name {escaped(name)} is longer than {rules.name_bytes} bytes",
            f"имя {escaped(name)} длиннее {rules.name_bytes} байт",
        )
    for character in name:
        if 0xDC80 <= ord(character) <= 0xDCFF:
            raise Refused(
                f"the name {escaped(name)} is not valid UTF-8",
                f"имя {escaped(name)} записано не в UTF-8",
            )
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in _BIDI:
            raise Refused(
                f"the name {escaped(name)} holds the control character U+{ord(character):04X}",
                f"в имени {escaped(name)} есть управляющий символ U+{ord(character):04X}",
            )


def escaped(name: str) -> str:
    """`name` in quotes, fit for one line of any report: nothing in it acts, long ones are cut."""
    shown = "".join(
        character
        if character.isprintable() and character not in "'\\"
        else character.encode("unicode_escape").decode().replace("'", "\\'")
        for character in name[:_SHOWN]
    )
    return f"'{shown}{'…' if len(name) > _SHOWN else ''}'"
