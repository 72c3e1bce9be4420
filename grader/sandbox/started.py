"""What a sandbox and its lanes have started, kept so that ending them misses nothing.

Lanes are opened and workers started in several threads, while another one may be ending the run.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from grader.errors import InfrastructureError
from grader.language import gettext as _


class Stoppable(Protocol):
    """A worker, as far as it is stopped here."""

    stopped: bool

    def stop(self) -> None:
        """Remove it with all its processes."""


OneLane = TypeVar("OneLane")
OneWorker = TypeVar("OneWorker", bound=Stoppable)


class Lanes(Generic[OneLane]):
    """The lanes of a sandbox. Opening and closing take turns: no lane opens behind the close."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._opened: list[OneLane] = []
        self._closing = False

    def open(self, make: Callable[[], OneLane]) -> OneLane:
        """The lane that `make` makes; raises InfrastructureError once the sandbox is closing."""
        with self._lock:
            if self._closing:
                raise InfrastructureError(_("the run is being ended: no lane is opened any more"))
            self._opened.append(make())
            return self._opened[-1]

    def close(self) -> list[OneLane]:
        """All lanes, for the caller to end; none is opened from now on."""
        with self._lock:
            self._closing = True
            return list(self._opened)


class Workers(Generic[OneWorker]):
    """The workers of a lane."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: list[OneWorker] = []
        self._closing = False

    def add(self, worker: OneWorker) -> None:
        """Keep `worker`; one that comes after `stop_all` is stopped, with an error."""
        with self._lock:
            if not self._closing:
                self._running = [one for one in self._running if not one.stopped] + [worker]
                return
        worker.stop()
        raise InfrastructureError(_("the run is being ended: no worker is started any more"))

    def running(self) -> list[OneWorker]:
        """Those that were not stopped yet."""
        with self._lock:
            return [one for one in self._running if not one.stopped]

    def stop_all(self) -> None:
        """Stop every worker, also past one that fails; its error is raised when all are done."""
        with self._lock:
            self._closing = True
        with contextlib.ExitStack() as ending:
            for worker in self.running():
                ending.callback(worker.stop)
