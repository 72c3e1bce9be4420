"""The worker's only writable folder: the submission's files, and nothing else between two tests."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

Mark = tuple[int, int, int]


def write_files(folder: Path, files: Mapping[str, bytes]) -> dict[Path, Mark]:
    """Make `folder` hold just `files`, by relative path; what `holds_just` knows them by."""
    if os.path.lexists(folder):
        remove(folder)
    folder.mkdir()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return {path: _mark(path.lstat()) for path in (folder, *_entries(folder))}


def holds_just(folder: Path, marks: Mapping[Path, Mark]) -> bool:
    """Whether `folder` is as `write_files` left it.

    Every change to a file or folder moves the time of its last change, which nobody can set.
    """
    try:
        seen = {folder: _mark(folder.lstat())}
        for path in _entries(folder):
            if path not in marks:
                return False
            seen[path] = _mark(path.lstat())
        return seen == marks
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
    """Delete a file, or a folder with all that is in it, whatever rights were taken from it.

    Folders are lifted out of each other: they may be nested beyond the length of any path.
    """
    if not _is_folder(path):
        path.unlink()
        return
    folders = [path]
    while folders:
        folder = folders.pop()
        folder.chmod(0o700)
        for entry in list(os.scandir(folder)):
            inner = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                inner.chmod(0o700)  # or it could not be moved
                folders.append(inner.rename(path.with_name(secrets.token_hex(16))))
            else:
                inner.unlink()
        folder.rmdir()


def _entries(folder: Path) -> Iterable[Path]:
    """Everything below `folder`; a folder comes before it is opened."""
    for root, folders, names in os.walk(folder):
        for name in (*folders, *names):
            yield Path(root, name)


def _is_folder(path: Path) -> bool:
    return stat.S_ISDIR(path.lstat().st_mode)


def _mark(found: os.stat_result) -> Mark:
    return found.st_ino, found.st_size, found.st_ctime_ns
