"""The command, run as a person or a script runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.walls import ROOT


def grader(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `grader` in the project's root."""
    return subprocess.run(
        [sys.executable, "-m", "grader", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
