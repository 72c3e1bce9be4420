"""Files that every user inside may read, whatever this machine's umask and owners are."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def copy_file(source: Path, target: Path, *, program: bool = False) -> None:
    """Copy the content of `source`; only what is said to be a `program` can be started."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o755 if program else 0o644)


def open_to_all(root: Path) -> None:
    """Let everybody read what is below `root`, and only the owner write."""
    for parent, _, names in os.walk(root):
        Path(parent).chmod(0o755)
        for path in (Path(parent, name) for name in names):
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
