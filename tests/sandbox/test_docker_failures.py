"""An engine that fails, or is asked too early: on an engine of the test's that follows a script."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import pytest
import requests
from docker.errors import APIError, DockerException, NotFound

from grader.errors import InfrastructureError
from grader.sandbox import docker as docker_module
from grader.sandbox import leftovers
from grader.sandbox.contract import WorkerLimits
from grader.sandbox.docker import DockerSandbox
from grader.sandbox.docker_worker import DockerWorker

ERRORS = [DockerException("bad answer"), requests.ConnectionError("refused"), APIError("full")]


@dataclass
class Engine:
    """Containers and volumes by round: each listing of containers takes the next one."""

    rounds: list[list[str]] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    refused: int = 0

    def containers(self, **_: Any) -> list[dict[str, Any]]:
        found = self.rounds.pop(0) if self.rounds else []
        return [{"Id": name, "Labels": {"grader.run": "dead"}} for name in found]

    def volumes(self, **_: Any) -> dict[str, Any]:
        return {"Volumes": None}

    def remove_container(self, container: str, **_: Any) -> None:
        if self.refused:
            self.refused -= 1
            raise APIError("removal is already in progress")
        self.removed.append(container)


def client(api: Any) -> Any:
    return SimpleNamespace(api=api, close=lambda: None)


def failing(error: Exception) -> Any:
    """A client whose every call fails."""

    def fail(*_: Any, **__: Any) -> None:
        raise error

    class Failing:
        def __getattr__(self, name: str) -> Callable[..., None]:
            return fail

    return client(Failing())


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(leftovers, "_PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(leftovers, "_IN_USE_SECONDS", -1.0)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize(
    "ask",
    [
        lambda client: DockerWorker(client, "c").memory_killed(),
        lambda client: DockerWorker(client, "c").stop(),
        lambda client: leftovers.remove_container(client, "c"),
        lambda client: leftovers.remove_volume(client, "v"),
        lambda client: leftovers.remove_run(client, "dead"),
    ],
)
def test_it_is_our_own_error_with_a_hint(error: Exception, ask: Callable[[Any], object]) -> None:
    with pytest.raises(InfrastructureError, match=str(error)) as caught:
        ask(failing(error))
    assert "docker info" in str(caught.value.hint)


@pytest.mark.parametrize("error", ERRORS)
def test_a_sweep_never_fails(error: Exception) -> None:
    leftovers.sweep(failing(error))


def test_a_sweep_goes_on_past_a_run_that_cannot_be_removed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def remove(_: object, run: str) -> None:
        tried.append(run)
        raise InfrastructureError("it stays")

    monkeypatch.setattr(leftovers, "_runs", lambda _: ["first", "second"])
    monkeypatch.setattr(leftovers, "remove_run", remove)
    leftovers.sweep(client(Engine()))
    assert tried == ["first", "second"]


def test_what_was_gone_is_fine() -> None:
    gone = NotFound("no such thing", response=SimpleNamespace(status_code=404))
    leftovers.remove_container(failing(gone), "c")
    leftovers.remove_volume(failing(gone), "v")


def test_a_container_that_comes_late_is_removed() -> None:
    """The engine was creating it when it was asked for the first time."""
    engine = Engine([["judge"], [], ["worker"], [], []])
    leftovers.remove_run(client(engine), "dead")
    assert engine.removed == ["judge", "worker"]
    assert engine.rounds == []


def test_what_is_refused_is_tried_again() -> None:
    engine = Engine([["judge"], ["judge"]], refused=1)
    leftovers.remove_run(client(engine), "dead")
    assert engine.removed == ["judge"]


def test_what_never_goes_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "_RUN_SECONDS", -1.0)
    with pytest.raises(InfrastructureError, match="does not remove judge"):
        leftovers.remove_run(client(Engine([["judge"]])), "dead")


class Guard:
    """A guardian that is only told."""

    def __init__(self, run: str) -> None:
        self.dismissed = False

    def dismiss(self) -> None:
        self.dismissed = True


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[DockerSandbox]:
    """A sandbox on an engine without anything."""
    image = SimpleNamespace(id="sha256:0", tag="grader:0", base="imported", python="3", numpy="2")
    monkeypatch.setattr(docker_module, "connect", lambda: client(Engine()))
    monkeypatch.setattr(docker_module, "ensure_image", lambda *_, **__: image)
    monkeypatch.setattr(docker_module, "Guardian", Guard)
    opened = DockerSandbox()
    yield opened
    opened.client = client(Engine())
    opened.close()


@pytest.fixture
def stream() -> Iterator[socket.socket]:
    """What attaching to a container gives."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours


def test_the_guardian_is_dismissed_after_the_clean_up(sandbox: DockerSandbox) -> None:
    sandbox.close()
    assert sandbox._guardian.dismissed


def test_the_guardian_stays_where_the_clean_up_failed(
    sandbox: DockerSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the lock is given back: the next run may remove what is left."""

    def fail(*_: object) -> None:
        raise InfrastructureError("the engine is gone")

    monkeypatch.setattr(leftovers, "remove_run", fail)
    with pytest.raises(InfrastructureError, match="the engine is gone"):
        sandbox.close()
    assert not sandbox._guardian.dismissed
    assert sandbox.run._file.closed


def test_no_lane_is_opened_behind_the_close(sandbox: DockerSandbox) -> None:
    sandbox.close()
    with pytest.raises(InfrastructureError, match="no lane is opened"):
        sandbox.open_lane(WorkerLimits())


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("step", ["create_volume", "create_container", "attach_socket", "start"])
def test_a_judge_that_the_engine_does_not_start(
    sandbox: DockerSandbox, stream: socket.socket, error: Exception, step: str
) -> None:
    api = MagicMock(**{"attach_socket.return_value": stream, f"{step}.side_effect": error})
    sandbox.client = MagicMock(api=api)
    with pytest.raises(InfrastructureError, match=f"start the judge: {error}"):
        sandbox.open_lane(WorkerLimits())


@pytest.mark.parametrize("error", ERRORS)
def test_a_worker_that_the_engine_does_not_start(
    sandbox: DockerSandbox, stream: socket.socket, error: Exception
) -> None:
    """It is kept: an engine may have started it and failed to say so."""
    sandbox.client = MagicMock()
    sandbox.client.api.attach_socket.return_value = stream
    lane = sandbox.open_lane(WorkerLimits())
    sandbox.client.api.start.side_effect = error
    with pytest.raises(InfrastructureError, match=f"start a worker: {error}"):
        lane.start_worker("w-0", "token")
    assert len(lane._workers.running()) == 1
