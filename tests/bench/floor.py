"""The floor: a fresh sandbox that imports NumPy and forks once for each test, and no more.

No grader that gives each submission a fresh worker, and each test a process of its own, costs less.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from grader.sandbox.bwrap import BwrapSandbox
from grader.sandbox.engine import connect
from grader.sandbox.runtime import layout

_PROGRAM = """
import os, sys
sys.path.append({lib!r})
import numpy
for _ in range({forks}):
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
"""


def _command(forks: int) -> list[str]:
    return [layout.PYTHON, "-I", "-S", "-c", _PROGRAM.format(lib=layout.LIB, forks=forks)]


def in_docker(image: str, forks: int) -> Callable[[], None]:
    """A call that creates, runs and removes one container."""
    client = connect()

    def run() -> None:
        container = client.containers.create(
            image, _command(forks), network_disabled=True, network_mode="none", read_only=True
        )
        try:
            container.start()
            assert container.wait()["StatusCode"] == 0
        finally:
            container.remove(force=True)

    return run


def in_bwrap(sandbox: BwrapSandbox, forks: int) -> Callable[[], None]:
    """A call that runs one jail."""
    command = [*sandbox.command(layout.WORKER_UID), "--", *_command(forks)]

    def run() -> None:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL)

    return run
