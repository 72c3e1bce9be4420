"""Where the grader keeps what it can make again: downloads and checksums."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """`$XDG_CACHE_HOME/grader`, else `~/.cache/grader`; None for a user without a home folder.

    A relative XDG_CACHE_HOME is ignored, as the XDG specification asks.
    """
    base = Path(environ.get("XDG_CACHE_HOME", ""))
    if base.is_absolute():
        return base / "grader"
    home = environ.get("HOME", "")
    return Path(home) / ".cache" / "grader" if home else None
