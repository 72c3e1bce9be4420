"""The limits that the engine was told, on a running worker and a running judge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from grader.sandbox.docker import DockerLane
from tests.walls import Course, course

SUITE = "def test_nothing(student, check):\n    check.close(student.work.one(), 1)\n"

pytestmark = pytest.mark.docker


@pytest.fixture(scope="module")
def docker_course() -> Iterator[Course]:
    with course("docker", SUITE) as opened:
        yield opened


@pytest.fixture(scope="module")
def worker(docker_course: Course) -> dict[str, Any]:
    """`docker inspect` of a worker while a judge talks to it."""
    outcome = docker_course.grade(work="def one(): return 1")["test_nothing"]
    assert outcome.verdict == "passed"
    lane = docker_course.lane
    assert isinstance(lane, DockerLane)
    docker_course.judge._next[1].result()  # type: ignore[index]
    found = lane._client.api.inspect_container(lane._workers.running()[-1].container)
    assert found["State"]["Running"]
    return dict(found)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("NetworkMode", "none"),
        ("ReadonlyRootfs", True),
        ("CapDrop", ["ALL"]),
        ("CapAdd", None),
        ("SecurityOpt", ["no-new-privileges"]),
        ("Privileged", False),
        ("IpcMode", "none"),
        ("PidMode", ""),
        ("AutoRemove", False),
        ("Memory", 256 * 2**20),
        ("MemorySwap", 256 * 2**20),
        ("PidsLimit", 32),
        ("NanoCpus", 10**9),
        ("Binds", None),
        ("Devices", None),
    ],
)
def test_worker_host_config(worker: dict[str, Any], key: str, expected: object) -> None:
    assert worker["HostConfig"][key] == expected


def test_worker_ulimits(worker: dict[str, Any]) -> None:
    limits = {limit["Name"]: limit["Hard"] for limit in worker["HostConfig"]["Ulimits"]}
    assert limits == {"core": 0, "msgqueue": 0, "nofile": 256, "fsize": 64 * 2**20}


def test_worker_scratch_and_wall(worker: dict[str, Any]) -> None:
    (scratch,) = worker["HostConfig"]["Tmpfs"].items()
    assert scratch[0] == "/work"
    for option in ("size=64m", "nr_inodes=4096", "nosuid", "nodev", "noexec", "mode=0700"):
        assert option in scratch[1].split(",")
    (wall,) = worker["Mounts"]
    assert wall["Destination"] == "/wall"
    assert wall["RW"] is False


def test_worker_has_no_network_and_its_own_user(worker: dict[str, Any]) -> None:
    assert worker["Config"]["NetworkDisabled"] is True
    assert worker["Config"]["User"] == "10002:10002"


def test_judge_is_limited_too(docker_course: Course) -> None:
    lane = docker_course.lane
    assert isinstance(lane, DockerLane)
    judge = lane._client.api.inspect_container(lane.judge)
    host = judge["HostConfig"]
    assert judge["Config"]["User"] == "10001:10001"
    assert (host["NetworkMode"], host["ReadonlyRootfs"], host["CapDrop"]) == ("none", True, ["ALL"])
    assert host["SecurityOpt"] == ["no-new-privileges"]


def test_the_image_holds_no_assignment(docker_course: Course, worker: dict[str, Any]) -> None:
    """The suite goes to the judge over its standard input: neither mount nor argument has it."""
    assert "test_nothing" not in str(worker)
    assert worker["Image"] == docker_course.sandbox.image
