"""Runs of the grader, and what may be left of dead ones.

Every run holds a lock on a file of its own in the user's state folder, for as long as it lives.
What a run makes outside of its process carries the run's name and the folder's owner mark, so that
a later run can remove what belongs to a dead run of the same folder, and nothing else.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from grader.errors import InfrastructureError
from grader.language import gettext as _

OWNER_LABEL = "grader.owner"
RUN_LABEL = "grader.run"


@contextlib.contextmanager
def _state_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InfrastructureError(
            _("the grader's state folder cannot be used: {error}").format(error=error),
            hint=_(
                "let XDG_STATE_HOME name a folder that you may write; it keeps the course key, "
                "so name the same one each time"
            ),
        ) from error


def state_folder() -> Path:
    """Where the course key, the owner mark and the locks lie; private to the user."""
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    folder = Path(base) / "grader"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@_state_errors()
def kept_secret(name: str) -> bytes:
    """32 random bytes in the file `name` of the state folder, made at first use."""
    path = state_folder() / name
    with contextlib.suppress(FileNotFoundError):
        return _secret(path)
    beside = path.with_name(f"{name}.{os.getpid()}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_hex(32) + "\n")
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(beside, path)  # the first of two runs at once wins
    beside.unlink()
    return _secret(path)


def _secret(path: Path) -> bytes:
    text = path.read_text().strip()
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise InfrastructureError(
            _("{path} must hold 64 hexadecimal digits. Characters in it: {count}.").format(
                path=path, count=len(text)
            ),
            hint=_("restore it from a backup; without it, delete it and grade everything anew"),
        )
    return bytes.fromhex(text)


def owner() -> str:
    """The mark of this state folder."""
    return kept_secret("owner").hex()[:16]


class Run:
    """One run of the grader, alive while its lock is held."""

    @_state_errors()
    def __init__(self) -> None:
        self.id = secrets.token_hex(6)
        self.labels = {OWNER_LABEL: owner(), RUN_LABEL: self.id}
        self._path = _locks() / self.id
        self._file: IO[str] = self._path.open("w")
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def close(self) -> None:
        """Give the lock back."""
        self._path.unlink(missing_ok=True)
        self._file.close()


@_state_errors()
def is_alive(run: str) -> bool:
    """Whether somebody holds the lock of `run`; a lock that is gone is free."""
    try:
        with (_locks() / Path(run).name).open("r+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            (_locks() / Path(run).name).unlink(missing_ok=True)
            return False
    except FileNotFoundError:
        return False


def _locks() -> Path:
    folder = state_folder() / "runs"
    folder.mkdir(exist_ok=True)
    return folder
