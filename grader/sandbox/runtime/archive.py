"""Folders as a tar stream that depends on names, modes and contents only, made without a copy."""

from __future__ import annotations

import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Part = tuple[str, Path | bytes]
"""A name inside the tar, and the folder, the file or the content to put there."""

_MTIME = 1_000_000_000
_CHUNK = 1 << 20


def tar_stream(parts: Iterable[Part]) -> Iterator[bytes]:
    """A tar of `parts`, owned by root, in large chunks."""
    chunk = bytearray()
    for name, what in parts:
        for piece in _file(name, 0o644, what) if isinstance(what, bytes) else _member(name, what):
            chunk += piece
            if len(chunk) >= _CHUNK:
                yield bytes(chunk)
                chunk.clear()
    yield bytes(chunk) + bytes(2 * tarfile.BLOCKSIZE)


def _member(name: str, path: Path) -> Iterator[bytes]:
    mode = path.lstat().st_mode & 0o7777
    if path.is_symlink():
        yield _header(name, mode, type=tarfile.SYMTYPE, linkname=str(path.readlink()))
    elif path.is_dir():
        yield _header(name, mode, type=tarfile.DIRTYPE)
        for child in sorted(path.iterdir()):
            yield from _member(f"{name}/{child.name}", child)
    else:
        yield from _file(name, mode, path.read_bytes())


def _file(name: str, mode: int, content: bytes) -> Iterator[bytes]:
    yield _header(name, mode, size=len(content))
    yield content
    yield bytes(-len(content) % tarfile.BLOCKSIZE)


def _header(name: str, mode: int, **more: Any) -> bytes:
    info = tarfile.TarInfo(name)
    for key, value in {"mode": mode, "mtime": _MTIME, **more}.items():
        setattr(info, key, value)
    return info.tobuf(tarfile.GNU_FORMAT)
