"""SHA-256 of large files, computed once for each size and time of change.

The cache is a JSON file in the user's cache folder, never beside the data, which may be read-only.
It only saves time: whatever is wrong with it, the checksum is computed again.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


def sha256_of(path: Path, cache: Path | None = None) -> str:
    """The SHA-256 of the file at `path` in hexadecimal digits.

    `cache` is the JSON file of earlier checksums; None computes without one.
    """
    key, facts = str(path.resolve()), path.stat()
    known = _read(cache).get(key)
    if isinstance(known, list) and known[:2] == [facts.st_size, facts.st_mtime_ns]:
        return str(known[2])
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    _write(cache, key, [facts.st_size, facts.st_mtime_ns, digest])
    return digest


def _read(cache: Path | None) -> dict[str, Any]:
    if cache is None:
        return {}
    try:
        known = json.loads(cache.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(cache: Path | None, key: str, entry: list[object]) -> None:
    if cache is None:
        return
    with suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        beside = cache.with_name(f"{cache.name}.{os.getpid()}")
        beside.write_text(json.dumps(_read(cache) | {key: entry}, indent=1), encoding="utf-8")
        beside.replace(cache)
