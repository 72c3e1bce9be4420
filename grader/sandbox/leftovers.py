"""Removing containers and volumes: one, those of a run, and those that dead runs left.

A run's are found by label. A dead run is one whose lock nobody holds.
"""

from __future__ import annotations

import contextlib
import time

import docker
from docker.errors import APIError, NotFound

from grader.errors import InfrastructureError
from grader.language import gettext as _
from grader.sandbox.engine import engine_errors
from grader.sandbox.runs import OWNER_LABEL, RUN_LABEL, is_alive, owner

_IN_USE_SECONDS = 10.0
_RUN_SECONDS = 8.0
_PAUSE_SECONDS = 0.1
_GONE = (404, 409)  # removed, or being removed, by somebody else


def sweep(client: docker.DockerClient) -> None:
    """Remove what dead runs of this state folder left, and nothing of anybody else's.

    What cannot be removed now stays for the next sweep: a run does not fail for an older one.
    """
    with contextlib.suppress(InfrastructureError):
        for run in _runs(client):
            with contextlib.suppress(InfrastructureError):
                if not is_alive(run):
                    remove_run(client, run)


def remove_run(client: docker.DockerClient, run: str) -> None:
    """Remove every container and volume that carries the label of `run`.

    What the engine was still creating comes late: it is over when nothing was found twice.
    """
    deadline = time.monotonic() + _RUN_SECONDS
    empty = 0
    while empty < 2:
        found = _remove_found(client, run)
        empty = 0 if found else empty + 1
        if found and time.monotonic() > deadline:
            raise InfrastructureError(
                _("the engine does not remove {names}").format(names=", ".join(found)),
                hint=_("the next run on this machine tries again"),
            )
        time.sleep(_PAUSE_SECONDS)


def remove_container(client: docker.DockerClient, container: str) -> None:
    """Kill and remove; one that is gone already is fine."""
    with engine_errors(_("remove a container")):
        try:
            client.api.remove_container(container, force=True, v=True)
        except APIError as error:
            if error.response is None or error.response.status_code not in _GONE:
                raise


def remove_volume(client: docker.DockerClient, name: str) -> None:
    """Remove a volume, waiting for the engine to finish with the containers that used it."""
    deadline = time.monotonic() + _IN_USE_SECONDS
    with engine_errors(_("remove a volume")):
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


def _runs(client: docker.DockerClient) -> list[str]:
    """The runs of this state folder of which something is there."""
    mine = {"label": f"{OWNER_LABEL}={owner()}"}
    with engine_errors(_("list what older runs left")):
        found = client.api.containers(all=True, filters=mine)
        found += client.api.volumes(filters=mine)["Volumes"] or []
    return sorted({(item["Labels"] or {}).get(RUN_LABEL, "") for item in found} - {""})


def _remove_found(client: docker.DockerClient, run: str) -> list[str]:
    """Try once to remove what is there of `run`; returns the names of what was found."""
    filters = {"label": f"{RUN_LABEL}={run}"}
    with engine_errors(_("remove what the run made")):
        containers = [one["Id"] for one in client.api.containers(all=True, filters=filters)]
        volumes = [one["Name"] for one in client.api.volumes(filters=filters)["Volumes"] or []]
        for container in containers:
            with contextlib.suppress(APIError):  # being removed by somebody else
                client.api.remove_container(container, force=True, v=True)
        for volume in volumes:
            with contextlib.suppress(APIError):  # its last container is on its way out
                client.api.remove_volume(volume)
    return containers + volumes
