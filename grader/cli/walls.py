"""Which sandbox grades: the one that was asked for, or the strongest one that is installed."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from grader.assignment import Assignment
from grader.cli.console import say
from grader.errors import UsageError
from grader.language import gettext as _
from grader.sandbox.contract import Sandbox
from grader.sandbox.engine import NoEngine

Progress = Callable[[str], None]


class Wall(StrEnum):
    """The sandboxes, weakest first."""

    PROCESS = "process"
    BWRAP = "bwrap"
    DOCKER = "docker"


def open_sandbox(wall: Wall | None, assignment: Assignment, progress: Progress = say) -> Sandbox:
    """The sandbox `wall`; without one, docker, or bwrap where no engine is installed.

    An engine that is there but refuses is an error: nothing weaker is taken in its place.
    """
    if wall is not None:
        _check_minimum(wall, assignment)
        return _open(wall, progress)
    try:
        return _open(Wall.DOCKER, progress)
    except NoEngine as error:
        _check_minimum(Wall.BWRAP, assignment)
        sandbox = _open(Wall.BWRAP, progress)
        weaker = _("{reason}: grading under bubblewrap, a weaker wall than containers")
        progress(str(weaker.format(reason=error.message)))
        return sandbox


def _open(wall: Wall, progress: Progress) -> Sandbox:
    if wall is Wall.DOCKER:
        from grader.sandbox.docker import DockerSandbox  # noqa: PLC0415  (imports the SDK)

        return DockerSandbox(progress=progress)
    if wall is Wall.BWRAP:
        from grader.sandbox.bwrap import BwrapSandbox  # noqa: PLC0415

        return BwrapSandbox(progress=progress)
    from grader.sandbox.process import ProcessSandbox  # noqa: PLC0415

    progress(str(_("no wall: student code runs with all of your rights")))
    return ProcessSandbox()


def _check_minimum(wall: Wall, assignment: Assignment) -> None:
    order = [str(one) for one in Wall]
    least = assignment.minimum_wall
    if least in order and order.index(wall) < order.index(least):
        raise UsageError(
            _(
                "{assignment} asks for at least the {least} sandbox (minimum_wall). Got {wall}."
            ).format(assignment=assignment.name, least=least, wall=wall),
            hint=_("grade it with --sandbox {wall}").format(wall=least),
        )
