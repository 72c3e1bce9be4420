"""Processes that only compute, to see whether a busy machine changes a verdict."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Iterator
from multiprocessing.context import SpawnProcess


@contextlib.contextmanager
def busy(count: int) -> Iterator[list[SpawnProcess]]:
    """`count` busy processes as long as the context lasts."""
    processes = [
        multiprocessing.get_context("spawn").Process(target=_burn, args=(os.getpid(),), daemon=True)
        for _ in range(count)
    ]
    for process in processes:
        process.start()
    try:
        yield processes
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _burn(parent: int) -> None:
    """Compute until the parent is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the soak, which ends this one
    while os.getppid() == parent:
        sum(number * number for number in range(100_000))
