"""The installed distributions that are needed inside, and their files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from grader.errors import SandboxUnavailable
from grader.language import gettext as _

ROOTS = ("numpy", "msgpack", "pytest", "pytest-json-report", "pytest-metadata")

_SKIPPED_FOLDERS = {"__pycache__", "tests"}
_SKIPPED_SUFFIXES = {".a", ".h", ".pyc", ".pyi"}


def needed_distributions(roots: tuple[str, ...] = ROOTS) -> dict[str, Distribution]:
    """`roots` and everything they require here, by canonical name, sorted."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(name, "") for name in roots]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        found[name] = _installed(name)
        for wanted in map(Requirement, found[name].requires or ()):
            if not wanted.marker or wanted.marker.evaluate({"extra": extra}):
                waiting += [(canonicalize_name(wanted.name), e) for e in ("", *wanted.extras)]
    return dict(sorted(found.items()))


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        raise SandboxUnavailable(
            _("{name} is not installed beside the grader").format(name=name),
            hint=_("install it with: python -m pip install {name}").format(name=name),
        ) from None


def files_of(package: Distribution) -> Iterator[tuple[PurePosixPath, Path]]:
    """The files of one distribution to copy: path below `site-packages`, and where it is now.

    Scripts, headers, type stubs and the test suites of the packages stay behind.
    """
    if package.read_text("RECORD") is None:
        raise SandboxUnavailable(
            _("the list of files of {name} {version} is missing (RECORD)").format(
                name=package.name, version=package.version
            ),
            hint=_("install it in a virtual environment: python -m pip install {name}").format(
                name=package.name
            ),
        )
    for file in package.files or ():
        if file.is_absolute() or ".." in file.parts or file.suffix in _SKIPPED_SUFFIXES:
            continue
        source = Path(str(package.locate_file(file)))
        if _SKIPPED_FOLDERS.isdisjoint(file.parts) and source.is_file():
            yield PurePosixPath(file), source


def record_digest(package: Distribution) -> str:
    """SHA-256 of the distribution's list of files and their hashes."""
    return hashlib.sha256((package.read_text("RECORD") or "").encode()).hexdigest()
