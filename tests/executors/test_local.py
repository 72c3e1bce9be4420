"""One queue, one or more lanes: each submission is reported once, whatever becomes of its judge."""

from __future__ import annotations

import dataclasses
import signal
import threading
from typing import Any

import pytest

from grader.errors import AssignmentError, InfrastructureError
from grader.executors import Events, LocalExecutor
from grader.model import Report, Status, Submission, Verdict
from grader.pipeline import grade_one, setup_for
from tests.executors.demo import OUTCOMES, Lane, Sandbox, StuckSandbox, grading, submission

GOOD = {"outcomes": OUTCOMES}
DYING = {"die": True}
CLASS = tuple(submission(f"student-{number}", f"{number:064}") for number in range(20))


def run(
    sandbox: Any, submissions: tuple[Submission, ...] = (submission(),), lanes: int = 1
) -> list[Report]:
    """All reports, in the order in which they came."""
    common = grading()
    setup = setup_for(common.assignment, None)
    reports: list[Report] = []
    lock = threading.Lock()

    def reported(_: Submission, report: Report) -> None:
        with lock:
            reports.append(report)

    executor = LocalExecutor(common, sandbox, setup, lanes=lanes)
    executor.run(submissions, Events(reported=reported))
    return reports


def without_times(report: Report) -> Report:
    return dataclasses.replace(
        report, volatile=dataclasses.replace(report.volatile, started_at="", finished_at="")
    )


def test_a_submission_is_graded() -> None:
    (report,) = run(Sandbox(GOOD))
    assert report.status is Status.GRADED
    assert report.score == 3.0
    assert [test.score for test in report.tests] == [2.0, 1.0, 0.0]


def test_one_judge_serves_all_submissions_of_a_lane() -> None:
    sandbox = Sandbox(GOOD)
    reports = run(sandbox, CLASS)
    assert [report.submission.id for report in reports] == [one.id for one in CLASS]
    assert len(sandbox.lanes) == 1


def test_a_judge_that_dies_is_replaced_and_the_work_repeated() -> None:
    sandbox = Sandbox(DYING, GOOD)
    (report,) = run(sandbox)
    assert report.status is Status.GRADED
    assert len(sandbox.lanes) == 2


def test_after_the_second_time_the_submission_is_incomplete_and_has_no_score() -> None:
    """Every test is a fault of ours; nobody gets 0, and the judge's last words are kept."""
    sandbox = Sandbox(DYING)
    (report,) = run(sandbox)
    assert (report.status, report.score) == (Status.INCOMPLETE, None)
    assert {test.verdict for test in report.tests} == {Verdict.GRADER_ERROR}
    assert len(report.tests) == 3
    assert "a fake judge prints nothing" in report.tests[0].evidence["grader"]
    assert len(sandbox.lanes) == 2


def test_the_next_submission_gets_a_judge_of_its_own() -> None:
    reports = run(Sandbox(DYING, DYING, GOOD), CLASS[:2])
    assert [report.status for report in reports] == [Status.INCOMPLETE, Status.GRADED]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (InfrastructureError("the engine is gone", hint="start it"), "the engine is gone"),
        (ConnectionResetError(104, "reset"), "ConnectionResetError: [Errno 104] reset"),
    ],
)
def test_a_lane_that_does_not_open_is_tried_twice(error: Exception, words: str) -> None:
    class Broken(Sandbox):
        def open_lane(self, limits: Any) -> Any:
            self.lanes.append(None)
            raise error

        def close(self) -> None:
            pass

    sandbox = Broken(GOOD)
    (report,) = run(sandbox)
    assert report.status is Status.INCOMPLETE
    assert report.tests[0].message is not None
    assert report.tests[0].message.en == f"The grader failed: {words}"
    assert len(sandbox.lanes) == 2


@pytest.mark.parametrize("lanes", [2, 5, 100])
def test_several_lanes_give_the_same_reports(lanes: int) -> None:
    expected = [without_times(report) for report in run(Sandbox(GOOD), CLASS)]
    sandbox = Sandbox(GOOD)
    reports = [without_times(report) for report in run(sandbox, CLASS, lanes)]
    assert sorted(reports, key=lambda one: one.submission.id) == sorted(
        expected, key=lambda one: one.submission.id
    )
    assert len(sandbox.lanes) <= min(lanes, len(CLASS))


def test_nothing_to_grade_opens_nothing() -> None:
    sandbox = Sandbox(GOOD)
    assert run(sandbox, ()) == []
    assert sandbox.lanes == []


def test_progress_is_told() -> None:
    common = grading()
    told: list[str] = []
    events = Events(
        started=lambda one: told.append(f"{one.id} started"),
        tested=lambda one, test: told.append(test),
        reported=lambda one, report: told.append(f"{one.id} {report.status}"),
    )
    setup = setup_for(common.assignment, None)
    LocalExecutor(common, Sandbox(GOOD), setup).run(CLASS[:2], events)
    assert told == [
        "student-0 started",
        "student-0 graded",
        "student-1 started",
        "student-1 graded",
    ]


class TestStopping:
    """Whatever ends the run ends it at once, with all its lanes, and reports nothing half done."""

    def test_an_interrupt(self) -> None:
        main = threading.main_thread().ident
        assert main is not None
        sandbox = StuckSandbox(when_busy=lambda: signal.pthread_kill(main, signal.SIGINT))
        with pytest.raises(KeyboardInterrupt):
            run(sandbox, CLASS, lanes=1)
        assert sandbox.closed
        assert len(sandbox.lanes) == 1

    def test_a_report_that_cannot_be_written(self) -> None:
        """The disk is full: the other lanes do not work on for nothing."""
        common = grading()
        setup = setup_for(common.assignment, None)

        class HalfStuck(StuckSandbox):
            """One lane that is stuck, and then one that works."""

            def open_lane(self, limits: Any) -> Any:
                with lock:
                    if not self.lanes:
                        return super().open_lane(limits)
                    lane = Lane(GOOD)
                    self.lanes.append(lane)
                    return lane

        def full(_: Submission, report: Report) -> None:
            raise OSError(28, "No space left on device")

        lock = threading.Lock()
        sandbox = HalfStuck()
        executor = LocalExecutor(common, sandbox, setup, lanes=2)
        with pytest.raises(OSError, match="No space left"):
            executor.run(CLASS, Events(reported=full))
        assert sandbox.closed
        assert len(sandbox.lanes) == 2

    def test_a_lane_that_was_being_opened_gets_no_submission(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The close has not seen it, and so nobody would ever end its conversation."""
        graded: list[str] = []

        def grade(common: Any, judge: Any, one: Submission, on_test: Any) -> Report:
            graded.append(one.id)
            return grade_one(common, judge, one, on_test)

        class Slow(Sandbox):
            """Its second lane is opened while it closes."""

            def open_lane(self, limits: Any) -> Any:
                with lock:
                    if not self.lanes:
                        return super().open_lane(limits)
                opening.set()
                closed.wait()
                return super().open_lane(limits)

            def close(self) -> None:
                super().close()
                closed.set()

        def full(_: Submission, report: Report) -> None:
            opening.wait()
            raise OSError(28, "No space left on device")

        opening, closed, lock = threading.Event(), threading.Event(), threading.Lock()
        monkeypatch.setattr("grader.executors.local.grade_one", grade)
        common = grading()
        setup = setup_for(common.assignment, None)
        executor = LocalExecutor(common, Slow(GOOD), setup, lanes=2)
        with pytest.raises(OSError, match="No space left"):
            executor.run(CLASS, Events(reported=full))
        assert len(graded) == 1

    def test_an_assignment_that_is_wrong(self) -> None:
        """It is wrong for everybody: no submission is called incomplete for it."""
        common = grading()
        setup = dataclasses.replace(setup_for(common.assignment, None), tests={})

        class Other(Sandbox):
            def open_lane(self, limits: Any) -> Any:
                lane = super().open_lane(limits)
                send = lane._judge.send
                lane._judge.send = lambda message: send({**message, "tests": ["svm/test_x"]})
                return lane

        sandbox = Other(GOOD)
        with pytest.raises(AssignmentError):
            LocalExecutor(common, sandbox, setup).run(CLASS, Events())
        assert sandbox.closed
