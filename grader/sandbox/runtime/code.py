"""The grader's own code for inside, as a small layer of its own: a change of it rebuilds no more.

The judge and the worker get the packages below and nothing of the host's side.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.sandbox.runtime import layout
from grader.sandbox.runtime.bytecode import compile_folders
from grader.sandbox.runtime.cache import cache_folder, make_once
from grader.sandbox.runtime.files import open_to_all

PARTS = (
    "__init__.py", "errors.py", "language.py", "model.py",
    "protocol", "data", "worker", "judge", "diagnosis",
)  # fmt: skip

_GRADER = Path(__file__).parents[2]


@dataclass(frozen=True)
class CodeLayer:
    """A folder with the package `grader` in it, to be mounted at or copied to `layout.CODE`."""

    path: Path
    digest: str


def code_layer(dest_cache: Path | None = None, *, source: Path = _GRADER) -> CodeLayer:
    """The layer of the code as it is now, made if it is not in the cache yet.

    `dest_cache` holds one folder per digest; the default is `~/.cache/grader/code`.
    """
    contents = {path.relative_to(source): path.read_bytes() for path in _files(source)}
    digest = hashlib.sha256(sys.version.encode())
    for name, content in contents.items():
        digest.update(f"\0{name.as_posix()}\0{len(content)}\0".encode() + content)

    def make(root: Path) -> None:
        for name, content in contents.items():
            target = root / "grader" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        compile_folders(root, layout.CODE, [root])
        open_to_all(root)

    path = make_once((dest_cache or cache_folder("code")) / digest.hexdigest(), make)
    return CodeLayer(path, digest.hexdigest())


def _files(source: Path) -> Iterator[Path]:
    for part in PARTS:
        top = source / part
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
