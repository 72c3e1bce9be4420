"""A submission in a zip archive, read without unpacking it.

Nothing that the archive claims is believed: its table of contents is read up to a cap, names are
checked before anything else, and every file is read up to what is left of the size limit.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePosixPath

from grader.intake.entries import Counter, Entry, is_skipped
from grader.intake.folder import open_regular
from grader.intake.rules import Refused, Rules, check_name, escaped

_DRIVE = re.compile(r"[A-Za-z]:")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_TAIL = 3 * 2**16
"""What looking for the end of an archive may read besides the table of contents."""

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
)
"""What `zipfile` raises on a broken archive."""


@contextmanager
def opened_zip(path: Path, rules: Rules) -> Iterator[list[Entry]]:
    """The files in the archive `path`; they can be read while the context lasts."""
    with os.fdopen(open_regular(path), "rb") as raw:
        file = _Capped(raw, rules.directory_bytes + _TAIL)
        with _refuses_broken():
            archive = zipfile.ZipFile(file)
        with archive:
            file.left = None
            counter = Counter(rules)
            entries = [_entry(archive, info, counter, rules) for info in archive.infolist()]
            yield [entry for entry in entries if entry is not None]


def _entry(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, counter: Counter, rules: Rules
) -> Entry | None:
    path = _path(info.orig_filename, rules)
    is_folder = info.orig_filename.endswith(("/", "\\"))
    if not path.parts or is_skipped(path, folder=is_folder):
        return None
    counter.admit(path)
    _check_kind(str(path), info, is_folder)
    return None if is_folder else Entry(path, partial(_read, archive, info))


def _path(name: str, rules: Rules) -> PurePosixPath:
    slashed = name.replace("\\", "/")
    if slashed.startswith("/") or _DRIVE.match(slashed):
        raise Refused(f"{escaped(name)} is an absolute path", f"{escaped(name)} — абсолютный путь")
    path = PurePosixPath(slashed)
    if ".." in path.parts:
        raise Refused(
            f"{escaped(name)} leads out of the archive", f"{escaped(name)} ведёт за пределы архива"
        )
    if "\0" in name:
        check_name(name, rules)
    return path


def _check_kind(path: str, info: zipfile.ZipInfo, is_folder: bool) -> None:
    name, mode = escaped(path), info.external_attr >> 16
    kind = stat.S_IFMT(mode)
    if kind == stat.S_IFLNK:
        raise Refused(f"{name} is a symbolic link", f"{name} — символическая ссылка")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Refused(f"{name} is not a regular file", f"{name} — не обычный файл")
    if mode & (stat.S_ISUID | stat.S_ISGID) and not is_folder:
        raise Refused(
            f"{name} has the set-uid or set-gid bit",
            f"у файла {name} стоит бит set-uid или set-gid",
        )
    if info.flag_bits & _ENCRYPTED:
        raise Refused(f"{name} is encrypted", f"файл {name} зашифрован")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, size: int) -> bytes:
    if info.compress_type not in _METHODS:
        name = escaped(info.orig_filename)
        raise Refused(
            f"{name} is compressed in a way other than deflate",
            f"файл {name} сжат не методом deflate",
        )
    with _refuses_broken(), archive.open(info) as file:
        return file.read(size)


class _Capped(io.RawIOBase):
    """A file that refuses to be read beyond `left` bytes; None lifts the cap."""

    def __init__(self, file: io.BufferedReader, left: int) -> None:
        self._file = file
        self.left: int | None = left

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        if offset < 0 and whence == os.SEEK_SET:
            raise zipfile.BadZipFile("an offset before the start")
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1) -> bytes:
        if self.left is None:
            return self._file.read(size)
        if size > self.left:
            raise Refused(
                "its table of contents is too long: too many files",
                "слишком длинное оглавление архива: в нём слишком много файлов",
            )
        content = self._file.read(size if size >= 0 else self.left)
        self.left -= len(content)
        return content


@contextmanager
def _refuses_broken() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise Refused(
            f"it is not a readable zip archive ({type(error).__name__})",
            f"это не читаемый zip-архив ({type(error).__name__})",
        ) from error
