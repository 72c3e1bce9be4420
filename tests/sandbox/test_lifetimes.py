"""Nothing of ours outlives a run: however it ends, its containers and volumes are gone."""

from __future__ import annotations

import contextlib
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grader.sandbox import leftovers
from grader.sandbox.engine import connect
from grader.sandbox.runs import Run, owner
from tests.walls import ROOT, left_behind, open_wall

pytestmark = pytest.mark.docker
_ENDS_WITHIN = 10.0


@dataclass
class Engine:
    """An engine's view of one owner's containers and volumes."""

    client: Any
    owner: str

    def present(self) -> list[str]:
        filters = {"label": f"grader.owner={self.owner}"}
        containers = self.client.api.containers(all=True, filters=filters)
        volumes = self.client.api.volumes(filters=filters)["Volumes"] or []
        return [one["Id"] for one in containers] + [one["Name"] for one in volumes]

    def wait_for_worker(self) -> None:
        """Block until a judge and a worker of this owner have started."""
        filters = {"label": f"grader.owner={self.owner}", "event": ["start"]}
        events = self.client.api.events(
            decode=True, since=0, until=int(time.time()) + 120, filters=filters
        )
        next(events), next(events)
        events.close()

    def wait_until_gone(self) -> None:
        """Block until nothing is there, for ten seconds at most."""
        until = int(time.time() + _ENDS_WITHIN) + 1
        events = self.client.api.events(
            decode=True, since=0, until=until, filters={"event": ["destroy"]}
        )
        for _ in events:
            if not self.present():
                break
        events.close()


@pytest.fixture
def own_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A state folder, and so an owner, of this test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


@pytest.fixture
def engine(own_state: Path) -> Iterator[Engine]:
    open_wall("docker").close()  # the image is there, or this test is skipped
    with contextlib.closing(connect()) as client:
        yield Engine(client, owner())


@pytest.fixture
def grading(engine: Engine, own_state: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A grader with a judge and a worker running."""
    folder = own_state / "submissions"
    for copy in range(4):
        shutil.copytree(ROOT / "tests" / "submissions" / "perfect", folder / f"student-{copy}")
    command = [sys.executable, "-m", "grader", "grade", "linear_classifier", str(folder)]
    process = subprocess.Popen(
        [*command, "--sandbox", "docker", "--out", str(own_state / "out")],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    engine.wait_for_worker()
    yield process
    process.kill()
    process.wait()


def test_after_ctrl_c(grading: subprocess.Popen[bytes], engine: Engine) -> None:
    grading.send_signal(signal.SIGINT)
    assert grading.wait(timeout=60) == 130
    assert engine.present() == []


def test_ten_seconds_after_kill_9(grading: subprocess.Popen[bytes], engine: Engine) -> None:
    grading.send_signal(signal.SIGKILL)
    grading.wait()
    engine.wait_until_gone()
    assert engine.present() == []


def test_after_a_normal_run(own_state: Path) -> None:
    command = [sys.executable, "-m", "grader", "grade", "linear_classifier"]
    done = subprocess.run(
        [*command, str(ROOT / "tests/submissions/untouched_template"), "--sandbox", "docker",
         "--out", str(own_state / "out")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with contextlib.closing(connect()) as client:
        assert Engine(client, owner()).present() == []


def test_the_sweep_takes_dead_runs_and_no_others(engine: Engine) -> None:
    """A volume each of a dead run, a living run and another owner: only the first goes."""
    dead, alive, other = Run(), Run(), Run()
    made = {}
    for run, labels in (
        (dead, dead.labels),
        (alive, alive.labels),
        (other, {**other.labels, "grader.owner": "somebody-else"}),
    ):
        made[run.id] = engine.client.api.create_volume(labels=labels)["Name"]
    dead.close()
    other.close()
    try:
        leftovers.sweep(engine.client)
        assert left_behind(dead) == []
        assert left_behind(alive) == [made[alive.id]]
        assert left_behind(other) == [made[other.id]]
    finally:
        alive.close()
        for name in (made[alive.id], made[other.id]):
            engine.client.api.remove_volume(name)
