"""The runtime as an image, made on the engine that will run it.

    base      python:X.Y-slim where it is present or a registry is in reach, or else the bundle
              without the packages, imported as `grader-base:<digest>`
    packages  the first stage of the Dockerfile beside this file, `grader-packages:<digest>`
    image     its second stage, the grader's own code, `grader:<digest>`

A digest covers what its step adds and the step below. What is there is used at once; a new image
of changed code takes the place of those older than the newest three. An imported base that is
there says that nothing better was to be had when it was made; only `rebuild` asks the registry
again.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import requests
from docker import DockerClient
from docker.errors import DockerException

from grader.errors import InfrastructureError, SandboxUnavailable
from grader.language import Message
from grader.language import gettext as _
from grader.sandbox.runtime import layout
from grader.sandbox.runtime.archive import Part
from grader.sandbox.runtime.bundle import Bundle, build_bundle
from grader.sandbox.runtime.code import CodeLayer, code_layer
from grader.sandbox.runtime.engine import (
    DoesNotFit,
    build_image,
    check_engine,
    find_image,
    import_image,
    making_images,
    python_version,
    remove_old,
    remove_tag,
)
from grader.sandbox.runtime.pull import Progress, pull_image

DOCKERFILE = Path(__file__).with_name("Dockerfile")

Pull = Callable[[DockerClient, str, Progress], bool]
BaseKind = Literal["registry", "imported"]

_DOES_NOT_FIT: dict[BaseKind, Message] = {
    "registry": _("the packages of this machine do not work on the registry's Python: {error}"),
    "imported": _("the packages of this machine do not work on its own Python: {error}"),
}


@dataclass(frozen=True)
class Image:
    """An image that is there: its id (`sha256:…`), its tag, and where its base comes from."""

    id: str
    tag: str
    base: BaseKind
    python: str
    numpy: str


@dataclass(frozen=True)
class _Order:
    """What `ensure_image` was asked for, and what goes into the image."""

    client: DockerClient
    rebuild: bool
    pull: Pull
    progress: Progress
    slim: str
    repository: str
    bundle: Bundle
    code: CodeLayer


def ensure_image(
    client: DockerClient,
    *,
    rebuild: bool = False,
    pull: Pull = pull_image,
    progress: Progress = lambda line: None,
    slim: str = f"python:{sys.version_info.major}.{sys.version_info.minor}-slim",
    repository: str = "grader",
) -> Image:
    """The image with the grader's code as it is now, made if the engine does not have it yet.

    `progress` gets a line for each step that takes time. `rebuild` makes everything anew.
    """
    try:
        check_engine(client)
        with making_images():
            bundle, code = build_bundle(), code_layer()
            order = _Order(client, rebuild, pull, progress, slim, repository, bundle, code)
            return _image(order)
    except (DockerException, requests.RequestException) as error:
        raise InfrastructureError(
            _("the engine could not make the image: {error}").format(error=error)
        ) from error


def _image(order: _Order) -> Image:
    """The image on the first base on which the packages work."""
    for kind, base in _bases(order):
        try:
            packages = _with_packages(order, base)
        except DoesNotFit as error:
            order.progress(str(_DOES_NOT_FIT[kind].format(error=error)))
            continue
        if kind == "registry":
            remove_tag(order.client, _imported_name(order))
        image, tag = _with_code(order, packages["Id"])
        python = python_version(image) or order.bundle.python
        return Image(image["Id"], tag, kind, python, order.bundle.numpy)
    raise SandboxUnavailable(
        _("the packages of this machine do not work in an image made from it"),
        hint=_("install the grader with pip in a fresh virtual environment"),
    )


def _bases(order: _Order) -> Iterator[tuple[BaseKind, str]]:
    """The ids of the bases to try, best first; each is made only when its turn comes."""
    if imported := _there(order, _imported_name(order)):
        yield "imported", imported["Id"]
        return
    if not _there(order, order.slim):
        order.pull(order.client, order.slim, order.progress)
    if slim := find_image(order.client, order.slim):
        yield "registry", slim["Id"]
    yield "imported", _imported(order)


def _there(order: _Order, name: str) -> dict[str, Any] | None:
    return None if order.rebuild else find_image(order.client, name)


def _imported_name(order: _Order) -> str:
    return f"{order.repository}-base:{order.bundle.digest[:12]}"


def _imported(order: _Order) -> str:
    root = order.bundle.path
    parts = [(path.name, path) for path in sorted(root.iterdir()) if path.name != "opt"]
    importing = _("importing the runtime as an image ({size} MB)…")
    order.progress(str(importing.format(size=_megabytes(parts))))
    return import_image(order.client, _imported_name(order), [*parts])


def _with_packages(order: _Order, base: str) -> dict[str, Any]:
    stage = _stages()[0]
    tag = f"{order.repository}-packages:{_digest(base, order.bundle.digest, stage)}"
    if found := _there(order, tag):
        return found
    parts = [(f"root/{name}", order.bundle.path / name) for name in ("etc", layout.LIB[1:])]
    order.progress(str(_("adding the packages ({size} MB)…").format(size=_megabytes(parts))))
    return build_image(order.client, tag, stage, [*parts], base, cache=not order.rebuild)


def _with_code(order: _Order, packages: str) -> tuple[dict[str, Any], str]:
    stage = _stages()[1]
    tag = f"{order.repository}:{_digest(packages, order.code.digest, stage)}"
    if found := _there(order, tag):
        return found, tag
    order.progress(str(_("adding the grader's own code…")))
    parts: list[Part] = [("code", order.code.path)]
    image = build_image(order.client, tag, stage, parts, packages, cache=not order.rebuild)
    remove_old(order.client, order.repository, tag)
    return image, tag


def _stages() -> tuple[str, str]:
    """The two stages of the Dockerfile, each a Dockerfile of its own with the argument BASE."""
    packages, code = DOCKERFILE.read_text().split("FROM packages\n")
    return packages, "ARG BASE\nFROM ${BASE}\n" + code


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _megabytes(parts: list[tuple[str, Path]]) -> str:
    files = (file for _, path in parts for file in path.rglob("*"))
    return f"{sum(file.lstat().st_size for file in files) / 1e6:.0f}"
