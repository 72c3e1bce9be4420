"""CIFAR-10 from its authors, resumed where it stopped and checked before it is unpacked.

    .part ──► size and SHA-256 ──► six files in a folder beside ──► renamed into place

So `cifar-10-batches-bin` exists only whole, and a run that was cut short goes on from its `.part`.
"""

from __future__ import annotations

import hashlib
import http.client
import os
import shutil
import tarfile
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TypeAlias

from grader.data.cifar10 import FILES, FOLDER
from grader.errors import DataUnavailable
from grader.language import Message, ngettext
from grader.language import gettext as _

# Called with the number of bytes that are there, and the number there will be.
Progress: TypeAlias = Callable[[int, int], None]

CHUNK = 1 << 18
TIMEOUT = 30.0  # seconds without a byte
CUT = (ConnectionError, TimeoutError, http.client.HTTPException)


@dataclass(frozen=True)
class Source:
    """An archive, known by its size in bytes and its SHA-256."""

    url: str
    size: int
    sha256: str


OFFICIAL = Source(
    url="https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
    size=170_052_171,
    sha256="c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
)


def download(
    destination: Path, source: Source = OFFICIAL, progress: Progress = lambda done, size: None
) -> Path:
    """Fetch CIFAR-10 into `destination` and return its folder; at once if it is already there.

    Raises DataUnavailable without a connection, or where the archive is not the expected one.
    """
    folder = destination / FOLDER
    part = destination / "cifar-10-binary.tar.gz.part"
    if folder.is_dir():
        return folder
    try:
        destination.mkdir(parents=True, exist_ok=True)
        _fetch(source, part, progress)
        _verify(source, part)
        _unpack(source, part, folder)
        part.unlink()
    except OSError as error:
        raise DataUnavailable(
            _("{path}: cannot be written: {error}.").format(path=destination, error=error)
        ) from error
    return folder


def _fetch(source: Source, part: Path, progress: Progress) -> None:
    """Let `part` grow to the whole archive; a cut connection is resumed as long as it grows."""
    done = _size(part)
    while done < source.size:
        reached = _fetch_from(done, source, part, progress)
        if reached <= done:
            raise _unreachable(source, _("the connection ended early"))
        done = reached


def _fetch_from(done: int, source: Source, part: Path, progress: Progress) -> int:
    """Fetch what follows the first `done` bytes; return the size of `part` afterwards."""
    with _open(source, done, part) as response:
        if response.status != HTTPStatus.PARTIAL_CONTENT:
            done = 0  # the server sends the whole archive, whatever was asked for
        offered = response.length
        if offered is not None and done + offered != source.size:
            raise _wrong(source, part, _bytes(source.size), _bytes(done + offered))
        with part.open("ab" if done else "wb") as file, suppress(*CUT):
            while done <= source.size and (chunk := response.read(CHUNK)):
                file.write(chunk)
                done += len(chunk)
                progress(done, source.size)
    return _size(part)


def _open(source: Source, done: int, part: Path) -> http.client.HTTPResponse:
    headers = {"Range": f"bytes={done}-"} if done else {}
    request = urllib.request.Request(source.url, headers=headers)
    try:
        response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                part.unlink()  # longer than what the server has
            raise _unreachable(source, f"{error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        raise _unreachable(source, str(error.reason)) from error
    except CUT as error:
        raise _unreachable(source, str(error)) from error
    return response


def _verify(source: Source, part: Path) -> None:
    """Refuse, and delete, an archive of another size or SHA-256."""
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if _size(part) != source.size:
        raise _wrong(source, part, _bytes(source.size), _bytes(_size(part)))
    if digest != source.sha256:
        raise _wrong(source, part, f"SHA-256 {source.sha256}", f"SHA-256 {digest}")


def _unpack(source: Source, part: Path, folder: Path) -> None:
    """Write the six files, and no other member, into a folder beside, then rename it."""
    beside = folder.with_name(f"{folder.name}.{os.getpid()}")
    beside.mkdir()
    try:
        with tarfile.open(part, "r:gz") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                name = member.name.removeprefix(f"{FOLDER}/")
                if content and name in FILES:
                    with (beside / name).open("wb") as file:
                        shutil.copyfileobj(content, file, CHUNK)
        missing = [name for name in FILES if not (beside / name).exists()]
        if missing:
            raise _wrong(
                source,
                part,
                _("an archive with {file}").format(file=f"{FOLDER}/{missing[0]}"),
                _("one without it"),
            )
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _bytes(count: int) -> Message:
    return ngettext("{count} byte", "{count} bytes", count).format(count=count)


def _unreachable(source: Source, reason: Message | str) -> DataUnavailable:
    return DataUnavailable(
        _("{url} cannot be fetched: {reason}.").format(url=source.url, reason=reason),
        hint=_(
            "run it again to go on from where it stopped, or let CIFAR10_DIR name an existing"
            " copy; without CIFAR-10 the grader uses its synthetic set, and says so"
        ),
    )


def _wrong(source: Source, part: Path, rule: Message | str, got: Message | str) -> DataUnavailable:
    part.unlink(missing_ok=True)
    return DataUnavailable(
        _("{url} must be {rule}. Got {got}.").format(url=source.url, rule=rule, got=got),
        hint=_(
            "what was fetched is deleted; run it again, and if it stays so, something on the way"
            " (a proxy, a login page) alters it: let CIFAR10_DIR name an existing copy"
        ),
    )
