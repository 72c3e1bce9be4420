"""Which base an image gets, and what is made again when: decided on an engine of the test's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from docker import DockerClient
from docker.errors import APIError

from grader.errors import InfrastructureError, SandboxUnavailable
from grader.sandbox.runtime import Bundle, CodeLayer, Image, ensure_image
from grader.sandbox.runtime import image as image_module
from grader.sandbox.runtime.engine import DoesNotFit, check_engine

SLIM = "python:3.11-slim"


@dataclass
class Engine:
    """Images by name, and what was done to get them."""

    images: dict[str, dict[str, Any]] = field(default_factory=dict)
    unfit: set[str] = field(default_factory=set)
    registry: bool = False
    done: list[str] = field(default_factory=list)
    cached: list[bool] = field(default_factory=list)
    count: int = 0
    current: list[str] = field(default_factory=list)

    def add(self, name: str, **environment: str) -> dict[str, Any]:
        self.count += 1
        lines = [f"{key}={value}" for key, value in environment.items()]
        self.images[name] = {"Id": f"sha256:{self.count}", "Config": {"Env": lines}}
        return self.images[name]

    def pull(self, client: DockerClient, name: str, progress: Callable[[str], None]) -> bool:
        self.done.append("pull")
        if self.registry:
            self.add(name, PYTHON_VERSION="3.11.99")
        return self.registry

    def import_image(self, client: DockerClient, name: str, parts: object) -> str:
        self.done.append("import")
        return str(self.add(name)["Id"])

    def build_image(
        self, client: DockerClient, name: str, file: str, parts: object, base: str, *, cache: bool
    ) -> dict[str, Any]:
        if base in self.unfit:
            self.done.append("unfit")
            raise DoesNotFit("no numpy")
        self.done.append(name.partition(":")[0].partition("-")[2] or "code")
        below = next(i for i in self.images.values() if i["Id"] == base)
        self.cached.append(cache)
        self.add(name)["Config"] = below["Config"]
        return self.images[name]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Engine:
    engine = Engine()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    bundle = Bundle(tmp_path, "b" * 64, "3.11.7", "2.4.6")
    monkeypatch.setattr(image_module, "build_bundle", lambda: bundle)
    monkeypatch.setattr(image_module, "code_layer", lambda: CodeLayer(tmp_path, "c" * 64))
    monkeypatch.setattr(image_module, "check_engine", lambda client: None)
    monkeypatch.setattr(image_module, "find_image", lambda client, name: engine.images.get(name))
    monkeypatch.setattr(image_module, "import_image", engine.import_image)
    monkeypatch.setattr(image_module, "build_image", engine.build_image)
    monkeypatch.setattr(
        image_module, "remove_old", lambda client, name, tag: engine.current.append(tag)
    )
    monkeypatch.setattr(
        image_module, "remove_tag", lambda client, name: engine.images.pop(name, None)
    )
    return engine


def _ensure(engine: Engine, *, rebuild: bool = False) -> tuple[Image, list[str]]:
    """The image, and what was done for it."""
    engine.done.clear()
    image = ensure_image(cast(Any, None), rebuild=rebuild, pull=engine.pull, slim=SLIM)
    return image, list(engine.done)


def test_a_registry_in_reach_is_asked_first(engine: Engine) -> None:
    """The official image says which Python it holds."""
    engine.registry = True
    image, done = _ensure(engine)
    assert done == ["pull", "packages", "code"]
    assert (image.base, image.python, image.numpy) == ("registry", "3.11.99", "2.4.6")


def test_an_official_image_that_is_there_needs_no_registry(engine: Engine) -> None:
    engine.add(SLIM, PYTHON_VERSION="3.11.50")
    image, done = _ensure(engine)
    assert done == ["packages", "code"]
    assert (image.base, image.python) == ("registry", "3.11.50")


def test_without_a_registry_the_runtime_is_imported(engine: Engine) -> None:
    image, done = _ensure(engine)
    assert done == ["pull", "import", "packages", "code"]
    assert (image.base, image.python) == ("imported", "3.11.7")


def test_what_is_there_is_used_at_once(engine: Engine) -> None:
    first, _ = _ensure(engine)
    assert _ensure(engine) == (first, [])


def test_older_images_go_only_when_a_new_one_was_made(engine: Engine) -> None:
    first, _ = _ensure(engine)
    _ensure(engine)
    assert engine.current == [first.tag]


def test_an_imported_base_stands_for_the_failed_pull(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A change of the code asks no registry, even where one has come into reach."""
    first, _ = _ensure(engine)
    engine.registry = True
    monkeypatch.setattr(image_module, "code_layer", lambda: CodeLayer(tmp_path, "d" * 64))
    second, done = _ensure(engine)
    assert done == ["code"]
    assert (second.base, second.tag == first.tag) == ("imported", False)


def test_rebuild_asks_the_registry_again_and_keeps_its_answer(engine: Engine) -> None:
    _ensure(engine)
    engine.registry = True
    image, done = _ensure(engine, rebuild=True)
    assert (image.base, done) == ("registry", ["pull", "packages", "code"])
    assert _ensure(engine) == (image, [])


def test_rebuild_makes_everything_anew(engine: Engine) -> None:
    first, _ = _ensure(engine)
    second, done = _ensure(engine, rebuild=True)
    assert done == ["pull", "import", "packages", "code"]
    assert second.id != first.id
    assert engine.cached == [True, True, False, False]


def test_packages_that_do_not_work_on_the_official_image(engine: Engine) -> None:
    """Wheels for another C library: the machine's own runtime is imported, and remembered."""
    engine.unfit = {engine.add(SLIM)["Id"]}
    image, done = _ensure(engine)
    assert (image.base, done) == ("imported", ["unfit", "import", "packages", "code"])
    assert _ensure(engine) == (image, [])


def test_packages_that_work_nowhere(engine: Engine) -> None:
    engine.unfit = {"sha256:1"}
    with pytest.raises(SandboxUnavailable) as caught:
        _ensure(engine)
    assert caught.value.hint


def test_a_newer_official_image_is_taken_up(engine: Engine) -> None:
    engine.add(SLIM)
    first, _ = _ensure(engine)
    engine.add(SLIM)
    second, done = _ensure(engine)
    assert done == ["packages", "code"]
    assert second.tag != first.tag


def test_another_dockerfile_is_another_image(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, _ = _ensure(engine)
    changed = tmp_path / "Dockerfile"
    changed.write_text(
        image_module.DOCKERFILE.read_text().replace("FROM packages", "FROM packages\nLABEL x=1")
    )
    monkeypatch.setattr(image_module, "DOCKERFILE", changed)
    second, done = _ensure(engine)
    assert done == ["code"]
    assert second.tag != first.tag


def test_an_engine_that_fails_is_an_error_of_ours(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise APIError("no space left on device")

    monkeypatch.setattr(image_module, "import_image", fail)
    with pytest.raises(InfrastructureError, match="no space left"):
        _ensure(engine)


@pytest.mark.parametrize(("system", "machine"), [("windows", "amd64"), ("linux", "riscv64")])
def test_an_engine_of_another_kind_is_refused(system: str, machine: str) -> None:
    client = SimpleNamespace(version=lambda: {"Os": system, "Arch": machine})
    with pytest.raises(SandboxUnavailable, match=f"{system}/{machine}") as caught:
        check_engine(cast(DockerClient, client))
    assert "DOCKER_HOST" in str(caught.value.hint)
