"""Which shared libraries a program and its modules need, as the dynamic loader itself finds them.

The loader's own `--list` is asked rather than the files parsed: run paths, caches and hardware
variants are then right on every distribution, glibc or musl.
"""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Iterable
from pathlib import Path

from grader.errors import SandboxUnavailable
from grader.language import gettext as _

_PT_INTERP = 3


def loader_of(program: Path) -> Path:
    """The dynamic loader that `program` names, at its own path."""
    data = program.read_bytes()
    if data[:4] != b"\x7fELF":
        raise SandboxUnavailable(_("{program} is not a Linux program").format(program=program))
    order = "<" if data[5] == 1 else ">"
    if data[4] == 2:  # 64 bits
        (table,) = struct.unpack_from(order + "Q", data, 32)
        size, count = struct.unpack_from(order + "HH", data, 54)
        fields, kind = order + "IIQQQQ", (2, 5)
    else:
        (table,) = struct.unpack_from(order + "I", data, 28)
        size, count = struct.unpack_from(order + "HH", data, 42)
        fields, kind = order + "IIIII", (1, 4)
    for index in range(count):
        header = struct.unpack_from(fields, data, table + index * size)
        if header[0] == _PT_INTERP:
            start, length = header[kind[0]], header[kind[1]]
            return Path(os.fsdecode(data[start : start + length].rstrip(b"\0")))
    raise SandboxUnavailable(
        _("{program} is linked statically and cannot load numpy").format(program=program),
        hint=_("use a Python that is linked against the system's C library"),
    )


def shared_libraries(loader: Path, files: Iterable[Path]) -> dict[str, Path]:
    """The libraries that `files` need, by name, with the path where each was found.

    A library that is missing here is missing inside, too: the module that wants it does not
    import in either place.
    """
    environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    found: dict[str, Path] = {}
    for file in files:
        listing = subprocess.run(
            [loader, "--list", file], env=environment, capture_output=True, text=True, check=False
        )
        for line in listing.stdout.splitlines():
            name, _, path = line.strip().partition(" => ")
            if path.startswith("/"):
                found.setdefault(Path(name).name, Path(path.rpartition(" (")[0]))
    return found


def system_folder(libraries: dict[str, Path], loader: Path) -> Path:
    """The folder of the C library: the loader searches it without being told."""
    for name, path in libraries.items():
        if name.startswith("libc."):
            return path.parent
    return loader.parent
