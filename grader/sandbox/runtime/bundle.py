"""The runtime as a folder: a small root file system made from this machine's own Python.

It holds the interpreter that runs now, moved to /usr/local, the distributions that judge and
worker import, and the shared libraries that they link to; no shell and nothing else. The `bwrap`
backend mounts it as /, the `docker` backend imports it as an image where no registry is in reach.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

from grader.errors import SandboxUnavailable
from grader.language import gettext as _
from grader.sandbox.runtime import layout
from grader.sandbox.runtime.bytecode import compile_folders
from grader.sandbox.runtime.cache import cache_folder, make_once
from grader.sandbox.runtime.distributions import files_of, needed_distributions, record_digest
from grader.sandbox.runtime.files import copy_file, open_to_all
from grader.sandbox.runtime.interpreter import copy_interpreter, inside_library, interpreter
from grader.sandbox.runtime.libraries import loader_of, shared_libraries, system_folder

FORMAT = 3
"""Counts up whenever the same inputs make another bundle."""

# Mount points: a read-only root can not grow them later.
_EMPTY_FOLDERS = ("dev", "proc", "run", "sys", "tmp", "wall", "work", layout.CODE[1:])


@dataclass(frozen=True)
class Bundle:
    """A root file system at `path`, named by `digest`, and the versions in it."""

    path: Path
    digest: str
    python: str
    numpy: str


def build_bundle(dest_cache: Path | None = None) -> Bundle:
    """The bundle of this interpreter and its packages, made if it is not in the cache yet.

    `dest_cache` holds one folder per digest; the default is `~/.cache/grader/runtime`.
    """
    if sys.platform != "linux":
        raise SandboxUnavailable(
            _("the runtime is made from a Linux system's own Python, and this is {system}").format(
                system=sys.platform
            ),
            hint=_("run the grader on Linux (on Windows: in WSL 2)"),
        )
    packages = needed_distributions()
    digest = _digest(packages)
    cache = dest_cache or cache_folder("runtime")
    path = make_once(cache / digest, lambda root: _make(root, packages))
    return Bundle(path, digest, platform.python_version(), packages["numpy"].version)


def _digest(packages: dict[str, Distribution]) -> str:
    facts = {
        "format": FORMAT,
        "python": [sys.version, sys.implementation.cache_tag, str(interpreter())],
        "platform": [sysconfig.get_platform(), *platform.libc_ver()],
        "packages": [[n, p.version, record_digest(p)] for n, p in packages.items()],
    }
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def _make(root: Path, packages: dict[str, Distribution]) -> None:
    _make_system_files(root)
    copied = [*copy_interpreter(root), *_copy_packages(root / layout.LIB[1:], packages)]
    _copy_libraries(root, copied)
    compile_folders(root, "/", [inside_library(root), root / layout.LIB[1:]])
    open_to_all(root)
    (root / "tmp").chmod(0o1777)


def _make_system_files(root: Path) -> None:
    for folder in _EMPTY_FOLDERS:
        (root / folder).mkdir(parents=True)
    (root / "etc").mkdir()
    (root / "etc/passwd").write_text(layout.PASSWD)
    (root / "etc/group").write_text(layout.GROUP)


def _copy_packages(lib: Path, packages: dict[str, Distribution]) -> Iterator[Path]:
    for package in packages.values():
        for name, source in files_of(package):
            copy_file(source, lib / name)
            yield source


def _copy_libraries(root: Path, copied: Iterable[Path]) -> None:
    """Copy the loader to its own path and the libraries to the folder it always searches."""
    loader = loader_of(interpreter())
    copy_file(loader, root / str(loader)[1:], program=True)
    sources = {path.resolve() for path in copied}
    binaries = [path for path in sources if path == interpreter() or ".so" in path.suffixes]
    libraries = shared_libraries(loader, binaries)
    folder = system_folder(libraries, loader)
    for name in ("libgcc_s.so.1", "libnss_files.so.2"):  # the C library loads them by itself
        if (folder / name).is_file():
            libraries.setdefault(name, folder / name)
    for name, source in libraries.items():
        if source.resolve() not in sources:
            copy_file(source, root / str(folder)[1:] / name)
