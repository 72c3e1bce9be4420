"""From the name of a folder or archive to a submission's id, which is also a safe file name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_UNSAFE = re.compile(r"[^\w.@+-]+")
_BYTES = 120
_OURS = (".json", ".html", ".csv", ".xml", ".zip", ".xlsx", ".txt", ".md", ".db", ".lock")
"""Endings of files that the grader and its exporters put beside the submissions' folders."""


def unique_ids(names: Iterable[str]) -> list[str]:
    """An id for each name, in the same order; clashes get a number, letter case aside."""
    ids: list[str] = []
    used: set[str] = set()
    for name in names:
        plain = candidate = safe_id(name)
        number = 1
        while candidate.casefold() in used:
            number += 1
            candidate = f"{plain}-{number}"
        used.add(candidate.casefold())
        ids.append(candidate)
    return ids


def safe_id(name: str) -> str:
    """`name` with what is unsafe in file names replaced: letters of any script stay."""
    plain = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    plain = _UNSAFE.sub("_", plain).strip(".").lstrip("-")
    if plain.casefold().endswith(_OURS):
        stem, _, ending = plain.rpartition(".")
        plain = f"{stem}_{ending}"
    cut = plain.encode()[:_BYTES].decode("utf-8", "ignore").rstrip(".")
    return cut or "submission"
