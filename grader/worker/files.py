"""The worker's only writable folder: the submission's files, and nothing else between two tests."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold just `files`, by relative path."""
    if os.path.lexists(folder):
        remove(folder)
    folder.mkdir()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def holds_just(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether `folder` is as `write_files` left it."""
    try:
        if not _is_folder(folder):
            return False
        expected = {folder / path: content for path, content in files.items()}
        folders = {parent for path in expected for parent in path.parents}
        for path in _entries(folder):
            content = expected.pop(path, None)
            if not (
                path in folders and _is_folder(path) if content is None else _is(path, content)
            ):
                return False
        return not expected
    except (OSError, RecursionError):
        return False


def clear_folder(folder: Path, keep: set[str]) -> bool:
    """Delete everything in `folder` but the names in `keep`; False where something resists."""
    try:
        folder.chmod(0o700)
        for entry in list(os.scandir(folder)):
            if entry.name not in keep:
                remove(Path(entry.path))
    except (OSError, RecursionError):
        return False
    return True


def remove(path: Path) -> None:
    """Delete a file, or a folder with all that is in it, whatever rights were taken from it."""
    if not _is_folder(path):
        path.unlink()
        return
    path.chmod(0o700)
    for inner in _entries(path):
        if _is_folder(inner):
            inner.chmod(0o700)
    shutil.rmtree(path)


def _entries(folder: Path) -> Iterable[Path]:
    """Everything below `folder`; a folder comes before it is opened."""
    for root, folders, names in os.walk(folder):
        for name in (*folders, *names):
            yield Path(root, name)


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(path.lstat().st_mode)


def _is(path: Path, content: bytes) -> bool:
    """Whether `path` is a file of this content; nothing else is opened, and nothing longer read."""
    is_ = path.lstat()
    return (
        stat.S_ISREG(is_.st_mode) and is_.st_size == len(content) and path.read_bytes() == content
    )
