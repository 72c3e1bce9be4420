"""What the tests of walls share: a small course, and a judge behind each kind of wall."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.errors import SandboxUnavailable
from grader.judge.client import Judge, Setup
from grader.model import Outcome, SourceFile, Submission
from grader.sandbox.bwrap import BwrapSandbox
from grader.sandbox.contract import Lane, Sandbox, WorkerLimits
from grader.sandbox.docker import DockerSandbox
from grader.sandbox.engine import connect
from grader.sandbox.process import ProcessSandbox
from grader.sandbox.runs import Run

WALLS = ("docker", "bwrap")
LIMITS = {
    "submission_seconds": 120.0,
    "call_seconds": 20.0,
    "memory_mb": 256,
    "output_bytes": 4096,
    "file_bytes": 2**20,
    "open_files": 64,
}


@dataclass(frozen=True)
class Course:
    """A judge, its lane and sandbox, and how to put a submission before it."""

    sandbox: Sandbox
    lane: Lane
    judge: Judge
    tests: tuple[str, ...]

    def grade(self, **modules: str) -> dict[str, Outcome]:
        """The outcomes of a submission with these modules, by test."""
        files = tuple(SourceFile(f"{name}.py", text.encode()) for name, text in modules.items())
        submission = Submission("student", files, "0" * 64)
        outcomes = self.judge.grade(submission, dict.fromkeys(self.tests, 7), 7)
        return {outcome.test.partition("/")[2]: outcome for outcome in outcomes}


@contextlib.contextmanager
def course(
    wall: str, suite: str, *, reference: str = "", limits: Mapping[str, float] = LIMITS
) -> Iterator[Course]:
    """A judge with the hidden suite `suite` (one file) for a module called `work`."""
    tests = tuple(f"suite/{name}" for name in re.findall(r"^def (test_\w+)", suite, re.MULTILINE))
    rows = {test: {"call_seconds": limits["call_seconds"], "test_seconds": 60.0} for test in tests}
    setup = Setup(
        hidden=(("test_suite.py", suite.encode()),),
        reference=(("answer.py", reference.encode()),),
        tests=rows,
        conventions={},
        modules=("work",),
        limits=dict(limits),
        data=None,
    )
    with contextlib.ExitStack() as stack:
        sandbox = open_wall(wall)
        stack.callback(sandbox.close)
        lane = sandbox.open_lane(WorkerLimits(memory_mb=int(limits["memory_mb"]), processes=32))
        stack.callback(lane.close)
        judge = Judge(lane, setup)
        stack.callback(judge.close)
        yield Course(sandbox, lane, judge, tests)


def open_wall(wall: str) -> Sandbox:
    """The sandbox `wall`; skips where it cannot run, but fails in CI."""
    kinds = {"docker": DockerSandbox, "bwrap": BwrapSandbox, "process": ProcessSandbox}
    try:
        return kinds[wall]()
    except SandboxUnavailable as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"{wall}: {error.message}")


def left_behind(run: Run) -> list[str]:
    """Containers and volumes that carry the label of `run`."""
    with contextlib.closing(connect()) as client:
        filters = {"label": f"grader.run={run.id}"}
        containers = client.api.containers(all=True, filters=filters)
        volumes = client.api.volumes(filters=filters)["Volumes"] or []
    return [one["Id"] for one in containers] + [one["Name"] for one in volumes]


ROOT = Path(__file__).parents[1]
