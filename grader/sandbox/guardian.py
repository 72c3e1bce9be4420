"""A small process that outlives a killed grader just long enough to clean up after it.

It sits in a session of its own and waits for the end of a pipe. When the grader ends in order it is
dismissed with a byte; when the grader is killed, the pipe closes without one, and the guardian
removes the containers and volumes of that run.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_WAIT = """
import os, sys
if not os.read(0, 1):
    sys.path[:0] = {path!r}
    from grader.sandbox.guardian import clean_up
    clean_up({run!r})
"""


class Guardian:
    """The guardian of one run; it costs one small interpreter that only waits."""

    def __init__(self, run: str) -> None:
        path = [str(_ROOT), *sys.path]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _WAIT.format(path=path, run=run)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def dismiss(self) -> None:
        """The run ended in order: nothing to clean up."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            os.write(self._process.stdin.fileno(), b".")
        self._process.stdin.close()
        self._process.wait()


def clean_up(run: str) -> None:
    """Remove what the killed run left; called in the guardian's process."""
    from grader.sandbox.engine import connect  # noqa: PLC0415  (an idle guardian imports nothing)
    from grader.sandbox.leftovers import remove_run  # noqa: PLC0415

    remove_run(connect(), run)
