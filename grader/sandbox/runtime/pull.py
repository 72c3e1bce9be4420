"""Pulling the official slim Python, and knowing soon when no registry is in reach."""

from __future__ import annotations

import json
from collections.abc import Callable

import requests
from docker import DockerClient
from docker.auth import get_config_header, resolve_repository_name
from docker.errors import DockerException

from grader.language import gettext as _

Progress = Callable[[str], None]

_SILENCE = 20.0
"""Seconds without a word from the engine after which a pull is given up."""


def pull_image(
    client: DockerClient, name: str, progress: Progress, *, silence: float = _SILENCE
) -> bool:
    """Pull `name`, a repository with a tag; False when that does not work, whatever the reason.

    The engine says something whenever a pull gets on, so silence bounds a registry that takes no
    connection, and never a slow download. Hanging up makes the engine abandon the pull.
    """
    progress(str(_("pulling {name}…").format(name=name)))
    repository, tag = name.rsplit(":", 1)
    try:
        registry = resolve_repository_name(repository)[0]
        auth = get_config_header(client.api, registry)
        response = client.api.post(
            f"{client.api.base_url}/v{client.api.api_version}/images/create",
            params={"fromImage": repository, "tag": tag},
            headers={"X-Registry-Auth": auth} if auth else {},
            stream=True,
            timeout=silence,
        )
        with response:
            error = _problem(response)
    except (requests.RequestException, DockerException, ValueError) as problem:
        error = str(problem)
    if error:
        progress(str(_("{name} could not be pulled: {error}").format(name=name, error=error)))
    return not error


def _problem(response: requests.Response) -> str:
    """Follow a pull to its end; what went wrong, or ""."""
    if not response.ok:
        return str(response.json().get("message", response.reason))
    for line in response.iter_lines():
        if line.strip() and (error := json.loads(line).get("error")):
            return str(error)
    return ""
