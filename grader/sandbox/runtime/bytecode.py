"""Byte-code that is used inside whatever the files' times are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from grader.errors import InfrastructureError
from grader.language import gettext as _


def compile_folders(root: Path, inside: str, folders: list[Path]) -> None:
    """Compile every module in `folders`; tracebacks will show `root` as the path `inside`.

    The byte-code is of the unchecked kind: it is valid without a look at the source's time, so
    copying, packing and unpacking leave it valid. A file that does not compile (a template, old
    syntax) stays as it is, and so do the lexers of Pygments but for those that pytest imports.
    """
    command = [sys.executable, "-I", "-S", "-m", "compileall", "-qq", "-f", "-j", "0", "-o", "0"]
    command += ["--invalidation-mode", "unchecked-hash", "-s", str(root), "-p", inside]
    command += ["-x", r"/pygments/lexers/(?!(__init__|_mapping|diff|python)\.py)"]
    command += [str(folder) for folder in folders]
    subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    for folder in folders:
        if next(folder.rglob("*.pyc"), None) is None:
            raise InfrastructureError(
                _("no module of {folder} could be compiled").format(folder=folder)
            )
