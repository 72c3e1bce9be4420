"""Finding the Docker Engine, and saying what is wrong when it does not answer."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import docker
import requests
from docker.errors import DockerException

from grader.errors import InfrastructureError, SandboxUnavailable
from grader.language import Message
from grader.language import gettext as _

_DEFAULT = "unix:///var/run/docker.sock"
_MINIMUM = (1, 41)


class NoEngine(SandboxUnavailable):
    """No engine is installed: there is nothing at the address."""


def address() -> str:
    """Where the engine is looked for."""
    return os.environ.get("DOCKER_HOST") or _DEFAULT


def connect() -> docker.DockerClient:
    """A client of the engine; raises NoEngine where there is none, else SandboxUnavailable."""
    where = address()
    if where.startswith("unix://"):
        _check_socket(Path(where.removeprefix("unix://")))
    try:
        client = docker.from_env(version="auto", timeout=60)
    except (DockerException, requests.RequestException) as error:
        raise SandboxUnavailable(
            _("the Docker Engine at {address} does not answer: {reason}").format(
                address=where, reason=_reason(error)
            ),
            hint=_("start it (`systemctl start docker`), or choose another wall: --sandbox bwrap"),
        ) from error
    version = tuple(map(int, client.api.api_version.split(".")))
    if version < _MINIMUM:
        raise SandboxUnavailable(
            _("the Docker Engine speaks API {version}, and 1.41 is needed").format(
                version=client.api.api_version
            ),
            hint=_("update the engine to 20.10 or newer"),
        )
    return client


@contextlib.contextmanager
def engine_errors(doing: Message) -> Iterator[None]:
    """Errors of the engine become InfrastructureError, with what was being done."""
    try:
        yield
    except (DockerException, requests.RequestException) as error:
        raise InfrastructureError(
            _("the engine could not {do}: {error}").format(do=doing, error=error),
            hint=_(
                "see whether it still runs (`docker info`) and has disk space; the same command "
                "then goes on where it stopped"
            ),
        ) from error


def _reason(error: Exception) -> str:
    """The system's own words at the end of a chain of wrapped errors."""
    found = re.findall(r"\[Errno -?\d+\] ([^'\")]+)|, '([A-Z][^']+)'\)", str(error))
    return next((first or second for first, second in reversed(found)), str(error)[:200])


def _check_socket(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except PermissionError as error:
        raise _denied(path) from error
    except OSError as error:
        raise NoEngine(
            _("no Docker Engine: {path} does not exist").format(path=path),
            hint=_(
                "install and start Docker, set DOCKER_HOST, or choose another wall: --sandbox bwrap"
            ),
        ) from error
    if not stat.S_ISSOCK(mode):
        raise NoEngine(
            _("no Docker Engine: {path} is not a socket").format(path=path),
            hint=_("correct DOCKER_HOST, or choose another wall: --sandbox bwrap"),
        )
    if not os.access(path, os.R_OK | os.W_OK):
        raise _denied(path)


def _denied(path: Path) -> SandboxUnavailable:
    return SandboxUnavailable(
        _("permission denied for the Docker Engine at {path}").format(path=path),
        hint=_("add yourself to its group (`sudo usermod -aG docker $USER`, then log in again)"),
    )
