"""The `docker` sandbox: judge and workers in containers of a Docker Engine.

Both sides run the same image; the hidden suite is not in it, but goes to the judge over its
standard input. They share one small tmpfs volume, the wall: the judge may write there, and workers
may only connect to the sockets on it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import docker
from docker.types import LogConfig, Mount, Ulimit

from grader.language import gettext as _
from grader.sandbox import leftovers
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.docker_stream import AttachedChannel
from grader.sandbox.docker_worker import DockerWorker
from grader.sandbox.engine import connect, engine_errors
from grader.sandbox.guardian import Guardian
from grader.sandbox.runs import Run
from grader.sandbox.runtime import layout
from grader.sandbox.runtime.image import Image, ensure_image
from grader.sandbox.started import Lanes, Workers

WALL = "/wall"
SCRATCH = "/work"
_START = "import sys; sys.path[:0] = [{code!r}, {lib!r}]; from {module} import main; main()"
_JUDGE_MEMORY = "4g"
ORIGIN = {
    "registry": _("on the official slim Python image"),
    "imported": _("from this machine's own Python, as no registry is in reach"),
}


class DockerLane:
    """A judge's container, the wall, and the workers' containers."""

    address_space: int | None = None

    def __init__(
        self, client: docker.DockerClient, image: str, run: Run, limits: WorkerLimits
    ) -> None:
        self._client = client
        self._image = image
        self._run = run
        self._limits = limits
        self._workers: Workers[DockerWorker] = Workers()
        self._wall = self._make_wall()
        self.judge = self._create_judge()
        self.channel = AttachedChannel.to(client, self.judge)
        client.api.start(self.judge)

    def start_worker(self, socket: str, token: str) -> DockerWorker:
        """Create and start a worker's container; it waits at `socket` for its submission."""
        with engine_errors(_("start a worker")):
            container = self._create(
                "grader.worker",
                user=layout.WORKER_UID,
                environment={
                    "GRADER_SOCKET": f"{WALL}/{socket}",
                    "GRADER_TOKEN": token,
                    "GRADER_SCRATCH": SCRATCH,
                },
                host=self._worker_host(),
            )
            worker = DockerWorker(self._client, container)
            self._workers.add(worker)
            self._client.api.start(container)
        return worker

    def log(self) -> str:
        """The end of the judge's standard error."""
        return self.channel.log()

    def close(self) -> None:
        """Remove every container of this lane, then the wall."""
        with contextlib.ExitStack() as ending:  # from the last line up, and on past a failure
            ending.callback(leftovers.remove_volume, self._client, self._wall)
            ending.callback(leftovers.remove_container, self._client, self.judge)
            ending.callback(self._workers.stop_all)
            ending.callback(self.channel.close)

    def _make_wall(self) -> str:
        volume = self._client.api.create_volume(
            driver="local",
            driver_opts={
                "type": "tmpfs",
                "device": "tmpfs",
                "o": f"size=1m,mode=0711,uid={layout.JUDGE_UID},gid={layout.JUDGE_UID}",
            },
            labels=self._run.labels,
        )
        return str(volume["Name"])

    def _create_judge(self) -> str:
        return self._create(
            "grader.judge.server",
            user=layout.JUDGE_UID,
            environment={"GRADER_WALL": WALL, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            host={
                "mem_limit": _JUDGE_MEMORY,
                "memswap_limit": _JUDGE_MEMORY,
                "pids_limit": 64,
                "tmpfs": {"/tmp": "size=64m,mode=1777,nosuid,nodev"},
                "mounts": [Mount(WALL, self._wall, type="volume")],
                "auto_remove": True,
            },
            stdin_open=True,
        )

    def _worker_host(self) -> dict[str, Any]:
        limits = self._limits
        memory = f"{limits.memory_mb}m"
        scratch = f"size={limits.scratch_mb}m,nr_inodes=4096,mode=0700,nosuid,nodev,noexec"
        owner = f"uid={layout.WORKER_UID},gid={layout.WORKER_UID}"
        return {
            "mem_limit": memory,
            "memswap_limit": memory,
            "pids_limit": limits.processes,
            "nano_cpus": int(limits.cpus * 1e9),
            "tmpfs": {SCRATCH: f"{scratch},{owner}"},
            "mounts": [Mount(WALL, self._wall, type="volume", read_only=True)],
            "ulimits": [
                Ulimit(name="core", soft=0, hard=0),
                Ulimit(name="msgqueue", soft=0, hard=0),
                Ulimit(name="nofile", soft=limits.open_files, hard=limits.open_files),
                Ulimit(
                    name="fsize", soft=limits.scratch_mb * 2**20, hard=limits.scratch_mb * 2**20
                ),
            ],
        }

    def _create(
        self,
        module: str,
        *,
        user: int,
        environment: dict[str, str],
        host: dict[str, Any],
        stdin_open: bool = False,
    ) -> str:
        """A container with what holds for both sides: no network, no rights, no writable root."""
        api = self._client.api
        start = _START.format(code=layout.CODE, lib=layout.LIB, module=module)
        created = api.create_container(
            self._image,
            [layout.PYTHON, "-I", "-S", "-c", start],
            user=f"{user}:{user}",
            environment=environment,
            working_dir="/",
            stdin_open=stdin_open,
            network_disabled=True,
            labels=self._run.labels,
            host_config=api.create_host_config(
                network_mode="none",
                read_only=True,
                cap_drop=["ALL"],
                security_opt=["no-new-privileges"],
                ipc_mode="none",
                log_config=LogConfig(type="none"),
                **host,
            ),
        )
        return str(created["Id"])


class DockerSandbox:
    """One run on one engine."""

    name = "docker"

    def __init__(self, *, progress: Callable[[str], None] = lambda line: None) -> None:
        self.client = connect()
        leftovers.sweep(self.client)
        made: Image = ensure_image(self.client, progress=progress)
        image = _("image {tag}, {origin}").format(tag=made.tag, origin=ORIGIN[made.base])
        progress(str(image))
        self.image: str | None = made.id
        self.base = made.base
        self.python = made.python
        self.numpy = made.numpy
        self.run = Run()
        self._guardian = Guardian(self.run.id)
        self._lanes: Lanes[DockerLane] = Lanes()
        self._closed = False

    def open_lane(self, limits: WorkerLimits) -> DockerLane:
        """Start a judge in a container."""
        image = self.image
        assert image is not None
        with engine_errors(_("start the judge")):
            return self._lanes.open(lambda: DockerLane(self.client, image, self.run, limits))

    def close(self) -> None:
        """Remove whatever still carries this run's label.

        Where that fails, the guardian is not dismissed: it tries again when this process is gone.
        """
        for lane in self._lanes.close():
            lane.channel.interrupt()
        if self._closed:
            return
        self._closed = True
        try:
            leftovers.remove_run(self.client, self.run.id)
            self._guardian.dismiss()
        finally:
            self.run.close()
            self.client.close()
