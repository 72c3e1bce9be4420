"""The interpreter that runs now and its standard library, moved to /usr/local.

CPython looks for its library from where its program lies, so a build can move as a whole; where a
distribution puts the parts (pyenv, conda, Debian's /usr) makes no difference.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from grader.sandbox.runtime import layout
from grader.sandbox.runtime.files import copy_file

_SKIPPED_FOLDERS = (
    "__pycache__", "config-*", "dist-packages", "ensurepip", "idle_test", "idlelib", "lib2to3",
    "site-packages", "test", "tests", "tkinter", "turtledemo",
)  # fmt: skip
_SKIPPED_FILES = (
    "*.a", "*.pyc", "_ctypes_test*.so", "_test*.so", "_tkinter*.so", "_xxtestfuzz*.so", "nis.*.so",
    "sitecustomize.py", "turtle.py", "xxlimited*.so",
)  # fmt: skip


def interpreter() -> Path:
    """The real file of the running interpreter, outside any virtual environment."""
    return Path(os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable))


def inside_library(root: Path) -> Path:
    """Where the standard library goes below `root`."""
    return root / "usr/local" / sys.platlibdir / _standard_library().name


def copy_interpreter(root: Path) -> Iterator[Path]:
    """Copy the program and its library; yield the sources of everything copied but modules."""
    program = root / layout.PYTHON[1:]
    copy_file(interpreter(), program, program=True)
    yield interpreter()
    for name in (f"python{sys.version_info.major}.{sys.version_info.minor}", "python"):
        program.with_name(name).symlink_to(program.name)
    library = inside_library(root)
    for source in _files(_standard_library()):
        copy_file(source, library / source.relative_to(_standard_library()))
    # A distribution may keep the compiled modules apart, under the prefix for one platform.
    for source in _files(Path(sys.base_exec_prefix, sys.platlibdir, library.name, "lib-dynload")):
        copy_file(source, library / "lib-dynload" / source.name)
        yield source
    _forget_prefix(library)


def _standard_library() -> Path:
    return Path(sysconfig.get_path("stdlib"))


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not _matches(f, _SKIPPED_FOLDERS)]
        for name in names:
            path = Path(parent, name)
            if path.is_file() and not _matches(name, _SKIPPED_FILES):
                yield path


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def _forget_prefix(library: Path) -> None:
    """Let the variables of the build name /usr/local, where Python is inside."""
    if sys.base_prefix == "/usr":
        return
    for path in library.glob("_sysconfigdata*.py"):
        path.write_text(path.read_text().replace(sys.base_prefix, "/usr/local"))
