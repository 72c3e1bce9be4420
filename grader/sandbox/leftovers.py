"""Containers and volumes of dead runs: found by label, removed when nobody holds their lock."""

from __future__ import annotations

import time

import docker
from docker.errors import APIError, NotFound

from grader.sandbox.runs import OWNER_LABEL, RUN_LABEL, is_alive, owner

_IN_USE_SECONDS = 10.0


def sweep(client: docker.DockerClient) -> None:
    """Remove what dead runs of this state folder left, and nothing of anybody else's."""
    mine = {"label": f"{OWNER_LABEL}={owner()}"}
    found = client.api.containers(all=True, filters=mine)
    found += client.api.volumes(filters=mine)["Volumes"] or []
    for run in sorted({(item["Labels"] or {}).get(RUN_LABEL, "") for item in found}):
        if run and not is_alive(run):
            remove_run(client, run)


def remove_run(client: docker.DockerClient, run: str) -> None:
    """Remove every container and volume that carries the label of `run`."""
    filters = {"label": f"{RUN_LABEL}={run}"}
    for container in client.api.containers(all=True, filters=filters):
        try:
            client.api.remove_container(container["Id"], force=True, v=True)
        except APIError:
            continue  # gone, or being removed by the engine itself
    for volume in client.api.volumes(filters=filters)["Volumes"] or []:
        remove_volume(client, volume["Name"])


def remove_volume(client: docker.DockerClient, name: str) -> None:
    """Remove a volume, waiting for the engine to finish with the containers that used it."""
    deadline = time.monotonic() + _IN_USE_SECONDS
    while True:
        try:
            client.api.remove_volume(name)
            return
        except NotFound:
            return
        except APIError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
