"""A submission in a folder. Only regular files are opened, and no link is followed.

Every folder and file is opened relative to the descriptor of the folder above it, so that a path
swapped for a link between the look and the reading is noticed, not followed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath

from grader.intake.entries import Counter, Entry, is_skipped
from grader.intake.rules import Refused, Rules, escaped

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_CHUNK = 2**16


def list_folder(root: Path, rules: Rules) -> list[Entry]:
    """The files below `root`, which must not be a link itself."""
    found: list[Entry] = []
    _walk(root, PurePosixPath(), Counter(rules), found)
    return found


def open_regular(name: str | Path, *, folder: int | None = None) -> int:
    """A descriptor of the regular file `name`; anything else is refused before it is opened."""
    seen = os.stat(name, dir_fd=folder, follow_symlinks=False)
    _check_kind(str(name), seen)
    descriptor = os.open(name, _FILE, dir_fd=folder)
    opened = os.fstat(descriptor)
    if not stat.S_ISREG(opened.st_mode) or not os.path.samestat(seen, opened):
        os.close(descriptor)
        raise Refused(
            f"{escaped(str(name))} was replaced while it was read",
            f"файл {escaped(str(name))} подменили во время чтения",
        )
    return descriptor


def _walk(root: Path, base: PurePosixPath, counter: Counter, found: list[Entry]) -> None:
    folders: list[PurePosixPath] = []
    with _opened(root, base) as descriptor, os.scandir(descriptor) as entries:
        for entry in entries:
            path = base / entry.name
            status = entry.stat(follow_symlinks=False)
            is_folder = stat.S_ISDIR(status.st_mode)
            if is_skipped(path, folder=is_folder):
                continue
            counter.admit(path)
            if is_folder:
                folders.append(path)
            else:
                _check_kind(str(path), status)
                found.append(Entry(path, partial(_read, root, path)))
    for folder in sorted(folders):
        _walk(root, folder, counter, found)


def _check_kind(path: str, status: os.stat_result) -> None:
    mode = status.st_mode
    name = escaped(path)
    if stat.S_ISLNK(mode):
        raise Refused(f"{name} is a symbolic link", f"{name} — символическая ссылка")
    if not stat.S_ISREG(mode):
        raise Refused(f"{name} is not a regular file", f"{name} — не обычный файл")
    if mode & (stat.S_ISUID | stat.S_ISGID):
        raise Refused(
            f"{name} has the set-uid or set-gid bit",
            f"у файла {name} стоит бит set-uid или set-gid",
        )
    if status.st_nlink > 1 and path.endswith(".py"):
        raise Refused(
            f"{name} is a hard link; hand in a copy of the file",
            f"{name} — жёсткая ссылка; сдайте копию файла",
        )


@contextmanager
def _opened(root: Path, path: PurePosixPath) -> Iterator[int]:
    """A descriptor of the folder `path` below `root`, reached without following a link."""
    descriptor = os.open(root, _FOLDER)
    try:
        for part in path.parts:
            above, descriptor = descriptor, os.open(part, _FOLDER, dir_fd=descriptor)
            os.close(above)
        yield descriptor
    finally:
        os.close(descriptor)


def _read(root: Path, path: PurePosixPath, size: int) -> bytes:
    with (
        _opened(root, path.parent) as folder,
        os.fdopen(open_regular(path.name, folder=folder), "rb") as file,
    ):
        content = bytearray()
        while len(content) < size and (chunk := file.read(min(_CHUNK, size - len(content)))):
            content += chunk
        return bytes(content)
