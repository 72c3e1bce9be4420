"""What the kernel offers a supervisor: hiding from its children, killing them, and facts."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import time
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36
_KILL_SECONDS = 2.0
_CGROUP_CPU_V1 = Path("/sys/fs/cgroup/cpuacct/cpuacct.usage")
_CGROUP_CPU_V2 = Path("/sys/fs/cgroup/cpu.stat")
_CGROUP_MEMORY_V1 = Path("/sys/fs/cgroup/memory/memory.oom_control")
_CGROUP_MEMORY_V2 = Path("/sys/fs/cgroup/memory.events")

_libc = ctypes.CDLL(None, use_errno=True)


def undumpable() -> None:
    """Forbid other processes of this user to trace this one or to read its memory."""
    _prctl(_PR_SET_DUMPABLE, 0)


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def forget_environment() -> None:
    """Overwrite the environment block, which children would inherit with the memory."""
    start, end = _environment_block()
    if start:
        ctypes.memset(start, 0, end - start)
    for name in list(os.environ):
        del os.environ[name]


def limit_process(*, file_bytes: int, open_files: int, address_space: int | None) -> None:
    """Set the limits that every student process inherits."""
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: file_bytes,
        resource.RLIMIT_NOFILE: open_files,
    }
    if address_space is not None:
        limits[resource.RLIMIT_AS] = address_space
    for kind, value in limits.items():
        hard = resource.getrlimit(kind)[1]
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (bound, bound))


def other_processes(keep: set[int], *, jailed: bool) -> list[int]:
    """The living processes of this worker, without this one and those to `keep`.

    In a jail they are all that there are; elsewhere the descendants of this process.
    """
    pids = _all_processes() if jailed else _descendants(os.getpid())
    kept = {*keep, os.getpid()}
    return [pid for pid in pids if pid not in kept and state(pid) not in "ZX"]


def state(pid: int) -> str:
    """What the process does, by the kernel's letter: R, S, T (stopped) …; Z or X once it ended."""
    with contextlib.suppress(OSError, IndexError):
        stat = Path("/proc", str(pid), "stat").read_bytes()  # its name may be any bytes
        return chr(stat.rpartition(b")")[2].split()[0][0])
    return "X"


def children(pid: int) -> list[int]:
    """The processes that `pid` started, or adopted, and did not collect."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path("/proc", str(pid), "task").iterdir():
            found += map(int, (task / "children").read_bytes().split())
    return found


def kill_others(keep: set[int], *, jailed: bool) -> bool:
    """Kill all `other_processes`; False when some keep coming back."""
    deadline = time.monotonic() + _KILL_SECONDS
    while strays := other_processes(keep, jailed=jailed):
        for pid in strays:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        reap()
        if time.monotonic() > deadline:
            return False
        time.sleep(0.0005)  # one with much memory takes a while to end
    return True


def reap() -> None:
    """Collect the children that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def cpu_seconds(*, jailed: bool) -> float:
    """CPU time of this worker: by its control group, or else that of its living processes."""
    if not jailed:  # then the group has others in it
        return sum(map(_process_seconds, other_processes(set(), jailed=False)))
    with contextlib.suppress(OSError, ValueError):
        return int(_CGROUP_CPU_V1.read_text()) / 1e9
    with contextlib.suppress(OSError, ValueError):
        return int(_CGROUP_CPU_V2.read_text().split()[1]) / 1e6
    return sum(map(_process_seconds, other_processes(set(), jailed=True)))


def memory_kills() -> int:
    """How many processes of this control group the kernel has killed for want of memory."""
    for path in (_CGROUP_MEMORY_V1, _CGROUP_MEMORY_V2):
        with contextlib.suppress(OSError):
            for line in path.read_text().splitlines():
                if line.startswith("oom_kill "):
                    return int(line.split()[1])
    return 0


def _all_processes() -> list[int]:
    names = os.listdir("/proc")  # noqa: PTH208  (called between any two tests)
    return [int(name) for name in names if name.isdigit()]


def _descendants(pid: int) -> list[int]:
    found = []
    pending = [pid]
    while pending:
        inner = children(pending.pop())
        found += inner
        pending += inner
    return found


def _process_seconds(pid: int) -> float:
    with contextlib.suppress(OSError):
        return time.clock_gettime((~pid << 3) | 2)  # the clock id that clock_getcpuclockid gives
    return 0.0


def _environment_block() -> tuple[int, int]:
    """Where the kernel put the environment: fields 50 and 51 of /proc/self/stat."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        return int(fields[47]), int(fields[48])
    return 0, 0


def _prctl(option: int, value: int) -> None:
    if _libc.prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option}, {value})")
