"""What is asked of the engine to make an image."""

from __future__ import annotations

import json
import platform
import re
from contextlib import AbstractContextManager, suppress
from typing import Any, cast

from docker import DockerClient
from docker.errors import APIError, ImageNotFound

from grader.errors import InfrastructureError, SandboxUnavailable
from grader.language import gettext as _
from grader.sandbox.runs import OWNER_LABEL, owner
from grader.sandbox.runtime.archive import Part, tar_stream
from grader.sandbox.runtime.cache import cache_folder, locked

LABEL = "grader.image"
_KEPT = 3

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64", "armv7l": "arm"}


class DoesNotFit(Exception):
    """A command of the Dockerfile failed: the packages do not work on the base."""


def check_engine(client: DockerClient) -> None:
    """Raise unless the engine runs what this machine's own programs are made for."""
    version = client.version()
    machine = _ARCHITECTURES.get(platform.machine(), platform.machine())
    if (version["Os"], version["Arch"]) != ("linux", machine):
        raise SandboxUnavailable(
            _(
                "the engine runs {system}/{architecture} containers, "
                "and the packages of this machine are for linux/{machine}"
            ).format(system=version["Os"], architecture=version["Arch"], machine=machine),
            hint=_("name an engine of this architecture in DOCKER_HOST, or use --sandbox bwrap"),
        )


def find_image(client: DockerClient, name: str) -> dict[str, Any] | None:
    """What the engine knows of the image `name`, if it has it."""
    try:
        return client.images.get(name).attrs
    except ImageNotFound:
        return None


def import_image(client: DockerClient, name: str, parts: list[Part]) -> str:
    """Import folders as an image with the tag `name`; its id."""
    repository, tag = name.rsplit(":", 1)
    answer = client.api.import_image_from_data(
        tar_stream(parts), repository, tag, changes=[f"LABEL {LABEL}=1"]
    )
    last = json.loads(answer.strip().splitlines()[-1])
    if "error" in last:
        raise InfrastructureError(
            _("the engine could not import the runtime: {error}").format(error=last["error"])
        )
    return str(last["status"])


def build_image(
    client: DockerClient, name: str, dockerfile: str, parts: list[Part], base: str, *, cache: bool
) -> dict[str, Any]:
    """Build `dockerfile` with `parts` on `base`, without a network, with the tag `name`."""
    context = tar_stream([("Dockerfile", dockerfile.encode()), *parts])
    messages = client.api.build(
        fileobj=cast(Any, context),
        custom_context=True,
        tag=name,
        buildargs={"BASE": base},
        network_mode="none",
        nocache=not cache,
        labels={OWNER_LABEL: owner()},
        rm=True,
        forcerm=True,
        decode=True,
    )
    said = ""
    for message in messages:
        said += message.get("stream", "")
        if "error" in message:
            if "code" in message.get("errorDetail", {}):
                raise DoesNotFit(_last_error(said))
            raise InfrastructureError(
                _("the engine could not build {name}: {error}").format(
                    name=name, error=message["error"]
                )
            )
    return client.images.get(name).attrs


def _last_error(output: str) -> str:
    """The last line that the failed command printed on its standard error."""
    lines = "".join(re.findall(r"\x1b\[91m(.*?)\x1b\[0m", output, re.DOTALL)).splitlines()
    return lines[-1] if lines else "no reason given"


def remove_tag(client: DockerClient, name: str) -> None:
    """Remove the tag `name`; its image goes with it unless something is made from it."""
    with suppress(ImageNotFound):
        client.api.remove_image(name)


def python_version(image: dict[str, Any]) -> str | None:
    """The version of Python that an official image declares in its environment."""
    environment = dict(line.partition("=")[::2] for line in image["Config"]["Env"])
    return environment.get("PYTHON_VERSION")


def prune_images(client: DockerClient) -> list[str]:
    """Remove the images of ours that have lost their tag and are not in use; their ids."""
    with making_images():
        return _prune(client)


def making_images() -> AbstractContextManager[None]:
    """One process of this user makes or removes images at a time; the others wait."""
    return locked(cache_folder("image") / "lock")


def remove_old(client: DockerClient, repository: str, current: str) -> None:
    """Remove the older images `repository:…` that this state folder's graders made.

    `current`, the newest three, and what a container uses stay.
    """
    labels = [f"{LABEL}=1", f"{OWNER_LABEL}={owner()}"]
    listed = client.api.images(repository, filters={"label": labels})
    made = [image for one in listed if (image := find_image(client, one["Id"]))]
    made.sort(key=lambda image: str(image["Created"]), reverse=True)
    for image in made[_KEPT:]:
        if current not in image["RepoTags"]:
            for tag in image["RepoTags"]:
                _remove(client, tag)


def _prune(client: DockerClient) -> list[str]:
    dangling = client.images.list(filters={"dangling": True, "label": f"{LABEL}=1"})
    return [str(image.id) for image in dangling if _remove(client, str(image.id))]


def _remove(client: DockerClient, image: str) -> bool:
    """Remove by id or tag; False where it is gone already, or in use."""
    try:
        client.api.remove_image(image)
    except APIError as error:
        if error.status_code not in (404, 409):
            raise
        return False
    return True
