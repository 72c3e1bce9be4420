"""Folders that are made once and then only read, under the user's cache.

A folder is made beside its place and renamed there when complete, so that a folder that is there
is whole. A lock lets one process make it while others wait; it dies with its process.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.errors import InfrastructureError
from grader.language import gettext as _


def cache_folder(kind: str) -> Path:
    """The user's cache for one kind of thing, `~/.cache/grader/<kind>` unless XDG says else."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    root = Path(base) if Path(base).is_absolute() else Path.home() / ".cache"
    return root / "grader" / kind


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path`; whoever else wants it waits."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """`folder`, filled by `make` if it is not there yet; `make` gets an empty folder beside it."""
    try:
        if not folder.is_dir():
            with locked(folder.with_name(f"{folder.name}.lock")):
                _make_alone(folder, make)
    except OSError as error:
        raise InfrastructureError(
            _("the runtime could not be made in {folder}: {error}").format(
                folder=folder.parent, error=error
            ),
            hint=_("free some disk space, or let XDG_CACHE_HOME name a folder that can be written"),
        ) from error
    return folder


def _make_alone(folder: Path, make: Callable[[Path], None]) -> None:
    if folder.is_dir():  # whoever had the lock before has made it
        return
    half_built = folder.with_name(f"{folder.name}.part")
    if half_built.exists():
        shutil.rmtree(half_built)
    half_built.mkdir()
    make(half_built)
    half_built.rename(folder)
