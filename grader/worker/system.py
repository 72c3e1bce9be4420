"""What the kernel offers a supervisor: hiding from its children, killing them, and facts."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import shutil
import signal
import time
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
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


def other_processes(keep: set[int]) -> list[int]:
    """The living processes of this process namespace, without this one and those to `keep`."""
    found = []
    for name in os.listdir("/proc"):  # noqa: PTH208  (called between any two tests)
        if name.isdigit() and int(name) != os.getpid() and int(name) not in keep:
            with contextlib.suppress(OSError):
                stat = Path("/proc", name, "stat").read_text()
                if stat.rpartition(")")[2].split()[0] not in "ZX":
                    found.append(int(name))
    return found


def kill_others(keep: set[int]) -> bool:
    """Kill every process but this one and those to `keep`; False when some keep coming back."""
    for _ in range(50):
        strays = other_processes(keep)
        if not strays:
            return True
        for pid in strays:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        reap()
        time.sleep(0)
    return False


def reap() -> None:
    """Collect the children that have ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def clear_folder(folder: Path, keep: set[str]) -> None:
    """Delete everything in `folder` but the names in `keep`."""
    for entry in os.scandir(folder):
        if entry.name in keep:
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                Path(entry.path).unlink()


def cpu_seconds() -> float:
    """CPU time of this container, or where no control group shows it, of its live processes."""
    with contextlib.suppress(OSError, ValueError):
        return int(_CGROUP_CPU_V1.read_text()) / 1e9
    with contextlib.suppress(OSError, ValueError):
        return int(_CGROUP_CPU_V2.read_text().split()[1]) / 1e6
    return sum(map(_process_seconds, other_processes(set())))


def memory_kills() -> int:
    """How many processes of this control group the kernel has killed for want of memory."""
    for path in (_CGROUP_MEMORY_V1, _CGROUP_MEMORY_V2):
        with contextlib.suppress(OSError):
            for line in path.read_text().splitlines():
                if line.startswith("oom_kill "):
                    return int(line.split()[1])
    return 0


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
