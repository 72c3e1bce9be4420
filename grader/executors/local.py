"""Grade on this machine: one or more lanes, each with a judge of its own, and one queue."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass

from grader.errors import InfrastructureError
from grader.judge.client import Judge, Setup
from grader.language import gettext as _
from grader.model import Report, Submission
from grader.pipeline import Grading, give_up, grade_one
from grader.sandbox.contract import Sandbox, WorkerLimits

_ATTEMPTS = 2


@dataclass(frozen=True)
class Events:
    """What the caller wants to hear of; called from the lanes' threads."""

    started: Callable[[Submission], None] = lambda submission: None
    tested: Callable[[Submission, str], None] = lambda submission, test: None
    reported: Callable[[Submission, Report], None] = lambda submission, report: None


class LocalExecutor:
    """Runs submissions through `sandbox`; a judge that fails is replaced, and the work repeated."""

    def __init__(self, grading: Grading, sandbox: Sandbox, setup: Setup, *, lanes: int = 1) -> None:
        self._grading = grading
        self._sandbox = sandbox
        self._setup = setup
        self._lanes = lanes
        self._stopping = threading.Event()

    def run(self, submissions: Sequence[Submission], events: Events) -> None:
        """Grade all of `submissions`; reports come in the order in which they are finished."""
        waiting: queue.SimpleQueue[Submission] = queue.SimpleQueue()
        for submission in submissions:
            waiting.put(submission)
        lanes = max(1, min(self._lanes, len(submissions)))
        with ThreadPoolExecutor(lanes, thread_name_prefix="lane") as pool:
            try:
                futures = [pool.submit(self._work, waiting, events) for _ in range(lanes)]
                for future in wait(futures, return_when=FIRST_EXCEPTION).done:
                    future.result()
            except BaseException:
                self._stopping.set()
                self._sandbox.close()  # ends the lanes' conversations
                raise

    def _work(self, waiting: queue.SimpleQueue[Submission], events: Events) -> None:
        lane = _Lane(self._sandbox, self._setup, self._grading)
        with contextlib.closing(lane):
            for submission in _taken(waiting, self._stopping):
                events.started(submission)
                report = self._grade(lane, submission, events)
                if not self._stopping.is_set():
                    events.reported(submission, report)

    def _grade(self, lane: _Lane, submission: Submission, events: Events) -> Report:
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                judge = lane.judge()
                if self._stopping.is_set():  # it was being opened when the run ended
                    raise InfrastructureError(_("the run is being ended"))
                return grade_one(
                    self._grading,
                    judge,
                    submission,
                    lambda test: events.tested(submission, test),
                )
            except (InfrastructureError, OSError) as error:  # OSError: the engine's own, too
                lane.close()
                if attempt == _ATTEMPTS or self._stopping.is_set():
                    return give_up(self._grading, submission, _as_ours(error))
        raise AssertionError("unreachable")


def _as_ours(error: InfrastructureError | OSError) -> InfrastructureError:
    if isinstance(error, InfrastructureError):
        return error
    return InfrastructureError(f"{type(error).__name__}: {error}")


class _Lane:
    """A judge that is made when it is needed, and anew after a failure."""

    def __init__(self, sandbox: Sandbox, setup: Setup, grading: Grading) -> None:
        self._sandbox = sandbox
        self._setup = setup
        limits = grading.assignment.limits
        self._limits = WorkerLimits(memory_mb=limits.memory_mb, processes=limits.processes)
        self._open = contextlib.ExitStack()
        self._judge: Judge | None = None

    def judge(self) -> Judge:
        """The lane's judge, ready for a submission."""
        if self._judge is None:
            lane = self._sandbox.open_lane(self._limits)
            self._open.callback(lane.close)
            self._judge = Judge(lane, self._setup)
            self._open.callback(self._judge.close)
        return self._judge

    def close(self) -> None:
        """End the judge and its workers; the engine may be gone already."""
        self._judge = None
        with contextlib.suppress(InfrastructureError, OSError):
            self._open.close()


def _taken(
    waiting: queue.SimpleQueue[Submission], stopping: threading.Event
) -> Iterator[Submission]:
    while not stopping.is_set():
        try:
            yield waiting.get_nowait()
        except queue.Empty:
            return
