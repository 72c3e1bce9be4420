"""Control groups made by hand, where this user may write them: memory and number of processes.

Version 1 has a tree for each controller, version 2 one for all. Where neither can be written, there
is no group, and the caller falls back to limits that the kernel keeps for each process alone.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from grader.errors import InfrastructureError
from grader.language import gettext as _

_ROOT = Path("/sys/fs/cgroup")
_REMOVE_SECONDS = 5.0


@dataclass(frozen=True)
class Group:
    """The folders of one group; a process joins by writing its number into each `cgroup.procs`."""

    folders: tuple[Path, ...]

    def procs(self) -> list[str]:
        """The files that a process writes itself into."""
        return [str(folder / "cgroup.procs") for folder in self.folders]

    def memory_kills(self) -> int:
        """How many of its processes the kernel killed for want of memory."""
        for folder in self.folders:
            for name in ("memory.oom_control", "memory.events"):
                with contextlib.suppress(OSError):
                    for line in (folder / name).read_text().splitlines():
                        if line.startswith("oom_kill "):
                            return int(line.split()[1])
        return 0

    def remove(self) -> None:
        """Remove the group; its last processes may still be on their way out.

        Raises InfrastructureError where they do not go.
        """
        deadline = time.monotonic() + _REMOVE_SECONDS
        for folder in self.folders:
            while True:
                try:
                    folder.rmdir()
                except FileNotFoundError:
                    break
                except OSError as error:
                    if time.monotonic() > deadline:
                        raise InfrastructureError(
                            _("the control group {folder} cannot be removed: {error}").format(
                                folder=folder, error=error.strerror
                            ),
                            hint=_(
                                "its processes are listed in {folder}/cgroup.procs; "
                                "the next run on this machine tries again"
                            ).format(folder=folder),
                        ) from error
                    time.sleep(0.01)
                else:
                    break


def make_group(name: str, *, memory_mb: int, processes: int) -> Group | None:
    """A group with both limits, or None where this user may not make one."""
    memory = str(memory_mb * 2**20)
    if (_ROOT / "cgroup.controllers").exists():
        return _make({_ROOT / name: {"memory.max": memory, "pids.max": str(processes)}})
    return _make(
        {
            _ROOT / "memory" / name: {"memory.limit_in_bytes": memory},
            _ROOT / "pids" / name: {"pids.max": str(processes)},
        }
    )


def remove_stale(prefix: str, is_alive: Callable[[str], bool]) -> None:
    """Remove empty groups named `prefix`-RUN-… whose run is dead."""
    for parent in (_ROOT, _ROOT / "memory", _ROOT / "pids"):
        for folder in parent.glob(f"{prefix}-*-*"):
            if not is_alive(folder.name.split("-")[1]):
                with contextlib.suppress(OSError):
                    folder.rmdir()


def _make(wanted: dict[Path, dict[str, str]]) -> Group | None:
    made: list[Path] = []
    try:
        for folder, settings in wanted.items():
            folder.mkdir()
            made.append(folder)
            for name, value in settings.items():
                (folder / name).write_text(value)
            if not os.access(folder / "cgroup.procs", os.W_OK):
                raise PermissionError(folder)
    except OSError:
        Group(tuple(made)).remove()
        return None
    return Group(tuple(made))
