"""A worker's container: how it ended, and its removal, which is ours alone."""

from __future__ import annotations

import contextlib
from typing import Any

import docker
import requests
from docker.errors import NotFound

from grader.errors import InfrastructureError
from grader.language import gettext as _
from grader.sandbox.engine import engine_errors
from grader.sandbox.leftovers import remove_container

_NOTICE_SECONDS = 1


class DockerWorker:
    """A worker's container."""

    def __init__(self, client: docker.DockerClient, container: str) -> None:
        self._client = client
        self.container = container
        self.stopped = False

    def memory_killed(self) -> bool:
        """Whether the container ended by itself and the engine saw it run out of memory.

        Only `stop` removes it: where it is gone before, what its student would get is our fault.
        """
        with engine_errors(_("look at a worker")):
            try:
                state = self._state()
            except NotFound as error:
                raise InfrastructureError(
                    _("somebody else removed the worker's container {container}").format(
                        container=self.container[:12]
                    ),
                    hint=_(
                        "leave containers with the label grader.run alone while the grader runs"
                    ),
                ) from error
        return bool(state["OOMKilled"]) and not state["Running"]

    def _state(self) -> dict[str, Any]:
        """What the engine knows; it learns of an end a moment later than the judge."""
        with contextlib.suppress(requests.ReadTimeout, requests.ConnectionError):  # it runs on
            self._client.api.wait(self.container, timeout=_NOTICE_SECONDS)
        return dict(self._client.api.inspect_container(self.container)["State"])

    def stop(self) -> None:
        """Remove the container with all its processes."""
        if not self.stopped:
            remove_container(self._client, self.container)
            self.stopped = True
