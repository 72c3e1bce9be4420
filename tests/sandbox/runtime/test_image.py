"""The image on a real engine, made from nothing under names of these tests' own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from docker import DockerClient
from docker.errors import APIError

from grader.sandbox.runs import OWNER_LABEL, owner
from grader.sandbox.runtime import Bundle, Image, code_layer, ensure_image, layout, prune_images
from grader.sandbox.runtime import image as image_module
from grader.sandbox.runtime.archive import tar_stream
from grader.sandbox.runtime.engine import (
    LABEL,
    DoesNotFit,
    build_image,
    find_image,
    import_image,
    remove_old,
    remove_tag,
)

pytestmark = pytest.mark.docker


@dataclass
class Made:
    """An image made from nothing, and what was said meanwhile."""

    image: Image
    lines: list[str] = field(default_factory=list)
    pulled: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def made(client: DockerClient, namespace: str, bundle: Bundle) -> Iterator[Made]:
    """The code stays as it is now for these tests, even while somebody edits it."""
    lines: list[str] = []
    pulled: list[str] = []

    def pull(client: DockerClient, name: str, progress: Callable[[str], None]) -> bool:
        pulled.append(name)
        return False

    slim, code = f"{namespace}-no:slim", code_layer()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(image_module, "code_layer", lambda: code)
        image = ensure_image(
            client, pull=pull, progress=lines.append, slim=slim, repository=namespace
        )
        yield Made(image, lines, pulled)


def _no_pull(*_: object) -> bool:
    raise AssertionError("nothing is to be pulled")


def _run(client: DockerClient, image: Image, code: str, *options: str, **more: Any) -> str:
    """Run Python inside as the worker's container does: no network, no capability, read-only."""
    output = client.containers.run(
        image.id,
        [layout.PYTHON, "-I", "-S", *options, "-c", code],
        user="10002:10002",
        read_only=True,
        network_disabled=True,
        network_mode="none",
        cap_drop=["ALL"],
        security_opt=["no-new-privileges"],
        remove=True,
        **more,
    )
    assert isinstance(output, bytes)
    return output.decode()


def test_from_nothing_without_a_registry(
    client: DockerClient, made: Made, namespace: str, bundle: Bundle
) -> None:
    assert made.pulled == [f"{namespace}-no:slim"]
    assert [line.partition(" (")[0].rstrip("…") for line in made.lines] == [
        "importing the runtime as an image",
        "adding the packages",
        "adding the grader's own code",
    ]
    assert made.image.base == "imported"
    assert (made.image.python, made.image.numpy) == (bundle.python, bundle.numpy)
    assert client.images.get(made.image.tag).id == made.image.id
    assert client.images.get(made.image.id).labels == {LABEL: "1", OWNER_LABEL: owner()}


def test_it_is_used_again(client: DockerClient, made: Made, namespace: str) -> None:
    lines: list[str] = []
    again = ensure_image(client, pull=_no_pull, progress=lines.append, repository=namespace)
    assert (again, lines) == (made.image, [])


def test_numpy_imports_as_the_worker(client: DockerClient, made: Made) -> None:
    """And comes from byte-code: nothing is compiled when a worker starts."""
    code = f"import sys; sys.path.append({layout.LIB!r}); import numpy; print('done')"
    said = _run(client, made.image, code, "-v", stderr=True)
    loaded = [line for line in said.splitlines() if line.startswith("# code object from ")]
    assert "\ndone" in said
    assert len(loaded) > 50
    assert [line for line in loaded if not line.rstrip("'").endswith(".pyc")] == []


def test_what_a_worker_finds(client: DockerClient, made: Made) -> None:
    code = "import getpass, json, os; print(json.dumps([getpass.getuser(), dict(os.environ)]))"
    user, environment = json.loads(_run(client, made.image, code))
    assert user == "worker"
    environment = {k: v for k, v in environment.items() if k not in ("HOSTNAME", "HOME")}
    assert environment == dict(layout.ENVIRONMENT)


def test_the_graders_code_is_inside(client: DockerClient, made: Made) -> None:
    code = f"import sys; sys.path.append({layout.CODE!r}); import grader.model as m; print(m)"
    assert f"from '{layout.CODE}/grader/model.py'" in _run(client, made.image, code)


def test_there_is_no_shell(client: DockerClient, made: Made) -> None:
    container = client.containers.create(made.image.id, ["/bin/sh", "-c", "true"])
    with pytest.raises(APIError, match="no such file or directory"):
        container.start()
    container.remove()  # one that never started is not removed by itself
    code = "import os; print([d for d in ('/bin', '/usr/bin', '/sbin') if os.path.exists(d)], "
    code += "sorted(os.listdir('/usr/local/bin')))"
    minor = made.image.python.rpartition(".")[0]
    assert _run(client, made.image, code) == f"[] ['python', 'python3', 'python{minor}']\n"


def test_a_change_of_the_code_adds_only_the_code(
    client: DockerClient,
    made: Made,
    namespace: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "__init__.py").write_text("CHANGED = True\n")
    changed = code_layer(source=tmp_path)
    monkeypatch.setattr(image_module, "code_layer", lambda: changed)
    lines: list[str] = []
    image = ensure_image(client, pull=_no_pull, progress=lines.append, repository=namespace)
    assert lines == ["adding the grader's own code…"]
    code = f"import sys; sys.path.append({layout.CODE!r}); import grader; print(grader.CHANGED)"
    assert _run(client, image, code) == "True\n"


def test_the_same_dockerfile_on_an_official_image(
    client: DockerClient, made: Made, namespace: str, bundle: Bundle
) -> None:
    """An image that bears the official name counts as it; the imported one stands in for it."""
    base = client.images.get(f"{namespace}-base:{bundle.digest[:12]}")
    base.tag(f"{namespace}-slim", "1")
    image = ensure_image(
        client, pull=_no_pull, slim=f"{namespace}-slim:1", repository=f"{namespace}-on-slim"
    )
    assert image.base == "registry"
    assert "2" in _run(client, image, "print(1 + 1)")


@pytest.fixture
def tiny(client: DockerClient, namespace: str) -> Iterator[str]:
    """The name of an image of one file."""
    name = f"{namespace}-tiny:1"
    import_image(client, name, [("file", b"content")])
    yield name
    remove_tag(client, name)


def test_a_command_that_fails_on_a_base_is_told_from_a_failing_engine(
    client: DockerClient, made: Made, namespace: str
) -> None:
    """The first says that the packages do not fit, and what they said."""
    stage = 'ARG BASE\nFROM ${BASE}\nRUN ["/usr/local/bin/python3", "-c", "import no_such"]\n'
    with pytest.raises(DoesNotFit, match="No module named 'no_such'"):
        build_image(client, f"{namespace}:bad", stage, [], made.image.id, cache=False)
    assert find_image(client, f"{namespace}:bad") is None


def test_a_base_loses_its_tag_while_images_are_made_from_it(
    client: DockerClient, tiny: str, namespace: str
) -> None:
    stage = "ARG BASE\nFROM ${BASE}\nLABEL x=1\n"
    child = build_image(client, f"{namespace}-child:1", stage, [], tiny, cache=True)
    remove_tag(client, tiny)
    remove_tag(client, tiny)
    assert find_image(client, tiny) is None
    assert find_image(client, child["Id"]) is not None


def test_only_images_of_ours_without_a_tag_are_pruned(
    client: DockerClient, tiny: str, namespace: str
) -> None:
    """One of ours that lost its tag goes; a tagged one and somebody else's stay."""
    lost = str(client.images.get(tiny).id)
    import_image(client, tiny, [("file", b"another")])
    foreign = [_foreign(client, f"{namespace}-foreign", text) for text in (b"one", b"another")]
    removed = prune_images(client)
    assert lost in removed
    assert find_image(client, lost) is None
    assert find_image(client, tiny) is not None
    assert [find_image(client, image) is not None for image in foreign] == [True, True]
    client.api.remove_image(foreign[0])


def test_the_newest_images_and_those_in_use_stay(
    client: DockerClient,
    tiny: str,
    namespace: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Of ours; what the graders of another state folder made is theirs to remove."""

    def build(tag: str) -> str:
        stage = f"ARG BASE\nFROM ${{BASE}}\nLABEL x={tag}\n"
        name = f"{namespace}-aging:{tag}"
        return str(build_image(client, name, stage, [], tiny, cache=False)["Id"])

    with monkeypatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path))
        build("theirs")
    used = build("used")
    for tag in ("current", "old", "third", "second", "first"):
        build(tag)
    host = client.api.create_host_config(network_mode="none")
    container = client.api.create_container(used, ["/none"], host_config=host)["Id"]
    try:
        remove_old(client, f"{namespace}-aging", f"{namespace}-aging:current")
    finally:
        client.api.remove_container(container)
    left = {tag for image in client.api.images(f"{namespace}-aging") for tag in image["RepoTags"]}
    assert {tag.rpartition(":")[2] for tag in left} == {
        "theirs", "used", "current", "third", "second", "first",
    }  # fmt: skip


def _foreign(client: DockerClient, repository: str, content: bytes) -> str:
    """Import an image without our label; the one before it loses its tag."""
    tar = b"".join(tar_stream([("file", content)]))
    answer = client.api.import_image_from_data(tar, repository, "1")
    return str(json.loads(answer.splitlines()[-1])["status"])
