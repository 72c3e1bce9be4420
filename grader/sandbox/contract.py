"""What every sandbox offers. The judge's dialog and all that follows know only this.

A sandbox opens lanes. A lane is one judge, alive for the whole run, and one worker after another,
started and removed by us alone. Closing a lane leaves nothing behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from grader.protocol import Channel


@dataclass(frozen=True)
class WorkerLimits:
    """What the kernel enforces on a worker. Students see `memory_limit`, `error` or `timeout`.

    `memory_mb` covers the worker's processes and scratch files together; `scratch_mb` is the size
    of its only writable folder.
    """

    memory_mb: int = 1024
    processes: int = 64
    cpus: float = 1.0
    scratch_mb: int = 64
    open_files: int = 256


class Worker(Protocol):
    """A started worker, which connects to the judge by itself."""

    def memory_killed(self) -> bool:
        """Whether the kernel or engine says that it ran out of memory; asked before `stop`."""

    def stop(self) -> None:
        """Remove it with all its processes; nothing is left when this returns."""


class Lane(Protocol):
    """One judge and its workers."""

    @property
    def channel(self) -> Channel:
        """Frames to and from the judge."""

    @property
    def address_space(self) -> int | None:
        """Bytes of address space for each student process, where nothing better bounds memory."""

    def start_worker(self, socket: str, token: str) -> Worker:
        """Start a fresh worker that will connect to `socket` on the wall and show `token`."""

    def log(self) -> str:
        """The end of what the judge printed, for a report about a fault of ours."""

    def close(self) -> None:
        """Remove the judge, every worker and the wall between them."""


class Sandbox(Protocol):
    """A way to run lanes."""

    @property
    def name(self) -> str:
        """The sandbox's name, as in `--sandbox` and in reports."""

    @property
    def image(self) -> str | None:
        """What judge and worker run in, by its hash, where there is such a thing."""

    @property
    def python(self) -> str:
        """The version of Python inside."""

    @property
    def numpy(self) -> str:
        """The version of NumPy inside."""

    def open_lane(self, limits: WorkerLimits) -> Lane:
        """Start a judge."""

    def close(self) -> None:
        """Remove all that the run made, lanes in use included: their conversations end at once.

        Calling it again does nothing.
        """
