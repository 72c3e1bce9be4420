"""How a worker's container ended: by itself, for want of memory, or by an operator's hand."""

from __future__ import annotations

import pytest

from grader.errors import InfrastructureError
from grader.judge.client import Judge
from grader.model import SourceFile, Submission
from grader.protocol import ChannelClosed
from grader.sandbox.docker import DockerLane
from grader.sandbox.docker_stream import AttachedChannel
from grader.sandbox.docker_worker import DockerWorker
from grader.sandbox.runtime import layout
from tests.walls import course

SUITE = """
def test_first(student, check):
    check.close(student.work.one(), 1)

def test_second(student, check):
    student.work.wait()
"""

WORK = b"""
def one(): return 1

def wait():
    while True: pass
"""

pytestmark = pytest.mark.docker


def test_it_costs_the_student_nothing() -> None:
    """A call that ends with it is no crash of the student's: all is to be graded again."""
    submission = Submission("student", (SourceFile("work.py", WORK),), "0" * 64)
    with course("docker", SUITE) as opened:
        seeds = dict.fromkeys(opened.tests, 7)

        def remove(test: str) -> None:
            if test != opened.tests[0]:
                return
            worker = opened.judge._worker
            assert isinstance(worker, DockerWorker)
            assert isinstance(opened.lane, DockerLane)
            opened.lane._client.api.remove_container(worker.container, force=True)

        with pytest.raises(InfrastructureError, match="somebody else removed the worker's"):
            opened.judge.grade(submission, seeds, 7, remove)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("kept = []\nwhile True: kept.append(bytes(10**6))", True), ("pass", False)],
)
def test_the_engine_is_given_time_to_notice_an_end(code: str, expected: bool) -> None:
    """The judge asks as soon as the channel is closed, and the engine hears of it later."""
    with course("docker", SUITE) as opened:
        assert isinstance(opened.lane, DockerLane)
        api = opened.lane._client.api
        container = api.create_container(
            opened.sandbox.image,
            [layout.PYTHON, "-I", "-S", "-c", code],
            labels=opened.lane._run.labels,
            host_config=api.create_host_config(
                network_mode="none", mem_limit="32m", memswap_limit="32m"
            ),
        )["Id"]
        channel = AttachedChannel.to(opened.lane._client, container)
        api.start(container)
        with pytest.raises(ChannelClosed):
            channel.receive()
        worker = DockerWorker(opened.lane._client, container)
        assert worker.memory_killed() is expected
        worker.stop()
        channel.close()


def test_a_worker_that_runs_on_was_not_killed_for_memory() -> None:
    with course("docker", SUITE) as opened:
        assert not next_worker(opened.judge).memory_killed()


def next_worker(judge: Judge) -> DockerWorker:
    """The worker that waits for the next submission."""
    assert judge._next is not None
    worker = judge._next[1].result()
    assert isinstance(worker, DockerWorker)
    return worker
