"""The host's end of a judge: sets it up, hands it submissions, starts and stops its workers."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from grader.errors import AssignmentError, InfrastructureError
from grader.language import Message
from grader.language import gettext as _
from grader.model import Diagnosis, FailedCheck, Outcome, Submission, Text, Verdict
from grader.protocol import ChannelClosed, DeadlineExceeded, ProtocolViolation
from grader.sandbox.contract import Lane, Worker

_SETUP_SECONDS = 120.0
_GRACE_SECONDS = 120.0


@dataclass(frozen=True)
class Setup:
    """What a judge is told once: all of the assignment that it needs."""

    hidden: tuple[tuple[str, bytes], ...]
    reference: tuple[tuple[str, bytes], ...]
    tests: Mapping[str, Mapping[str, float]]
    conventions: Mapping[str, Any]
    modules: tuple[str, ...]
    limits: Mapping[str, Any]
    data: Mapping[str, Any] | None
    mistakes: tuple[Mapping[str, Any], ...] = ()
    """Each as `grader.judge.diagnosing.known_mistakes` takes it, and its source as bytes."""
    diagnosed: bool = True
    """Whether names and remarks are looked for at all."""
    survey: frozenset[str] = frozenset()
    """What the proofs of a suite ask for, of `grader.judge.surveying.ASKED`; nothing in grading."""


class Judge:
    """A judge that was set up, and the worker that already waits for the next submission."""

    def __init__(self, lane: Lane, setup: Setup) -> None:
        self._lane = lane
        self._setup = setup
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="worker-starter")
        self._next: tuple[str, Future[Worker]] | None = None
        self._worker: Worker | None = None
        ready = self._collect()
        self._expect(ready["socket"])

    def grade(
        self,
        submission: Submission,
        seeds: Mapping[str, int],
        secret: int,
        on_test: Callable[[str], None] = lambda test: None,
        on_survey: Callable[[Mapping[str, Any]], None] = lambda found: None,
    ) -> tuple[Outcome, ...]:
        """Run the tests named in `seeds`; raises InfrastructureError when the judge fails.

        `on_survey` is told what a survey found besides the outcomes.
        """
        try:
            message = self._dialog(submission, seeds, secret, on_test)
        except (ChannelClosed, DeadlineExceeded, ProtocolViolation) as error:
            raise self._failed(
                _("the judge failed ({kind}: {error})").format(
                    kind=type(error).__name__, error=error
                )
            ) from error
        on_survey(message.get("survey", {}))
        return _judged(message)

    def close(self) -> None:
        """End the workers; the lane is closed by its owner."""
        if self._next is not None:
            self._next[1].add_done_callback(_stop_started)
        self._starter.shutdown(wait=True)
        self._stop_worker()

    def _collect(self) -> dict[str, Any]:
        setup = self._setup
        message = {
            "hidden": list(map(list, setup.hidden)),
            "reference": list(map(list, setup.reference)),
            "tests": {name: dict(limits) for name, limits in setup.tests.items()},
            "conventions": dict(setup.conventions),
            "mistakes": [dict(mistake) for mistake in setup.mistakes],
            "data": None if setup.data is None else dict(setup.data),
            "diagnosed": setup.diagnosed,
            "survey": sorted(setup.survey),
        }
        deadline = time.monotonic() + _SETUP_SECONDS
        try:
            self._lane.channel.send(message, deadline=deadline)
            ready = self._lane.channel.receive(deadline).message
        except (ChannelClosed, DeadlineExceeded, ProtocolViolation) as error:
            raise self._failed(
                _("the judge did not start ({error})").format(error=type(error).__name__)
            ) from error
        if ready["op"] != "ready":
            raise self._failed(_("the hidden suite could not be collected"))
        if set(ready["tests"]) != set(setup.tests):
            differing = ", ".join(sorted(set(ready["tests"]) ^ set(setup.tests)))
            raise AssignmentError(
                _("pytest collected other tests than the rows name: {tests}").format(
                    tests=differing
                )
            )
        return ready

    def _expect(self, socket: str) -> None:
        """Start the next submission's worker while the current one is graded."""
        token = secrets.token_hex(32)
        future = self._starter.submit(self._lane.start_worker, socket, token)
        self._next = token, future

    def _dialog(
        self,
        submission: Submission,
        seeds: Mapping[str, int],
        secret: int,
        on_test: Callable[[str], None],
    ) -> Mapping[str, Any]:
        """What the judge's child said last."""
        assert self._next is not None
        token, future = self._next
        self._worker = future.result()
        channel = self._lane.channel
        limit = float(self._setup.limits["submission_seconds"]) + _GRACE_SECONDS
        deadline = time.monotonic() + limit
        channel.send({"op": "grade", "token": token, "job": self._job(submission, seeds, secret)})
        done: Mapping[str, Any] | None = None
        while True:
            message = channel.receive(deadline).message
            match message["op"]:
                case "started":
                    self._expect(message["socket"])
                case "test":
                    on_test(message["test"])
                case "start_worker":
                    channel.send({"token": self._start_worker(message["socket"])})
                case "stop_worker":
                    channel.send({"memory_killed": self._stop_worker(ask=True)})
                case "done":
                    done = message
                case "ended":
                    self._stop_worker()
                    if done is None:
                        raise self._failed(
                            _("the judge's child ended with {status}").format(
                                status=message["status"]
                            )
                        )
                    return done

    def _job(self, submission: Submission, seeds: Mapping[str, int], secret: int) -> dict[str, Any]:
        return {
            "files": [[file.path, file.content] for file in submission.files],
            "modules": list(self._setup.modules),
            "seeds": dict(seeds),
            "secret": secret,
            "limits": {**self._setup.limits, "address_space": self._lane.address_space},
        }

    def _start_worker(self, socket: str) -> str:
        self._stop_worker()
        token = secrets.token_hex(32)
        self._worker = self._lane.start_worker(socket, token)
        return token

    def _stop_worker(self, *, ask: bool = False) -> bool:
        if self._worker is None:
            return False
        worker, self._worker = self._worker, None
        memory_killed = ask and worker.memory_killed()
        worker.stop()
        return memory_killed

    def _failed(self, what: Message) -> InfrastructureError:
        return InfrastructureError(
            what, hint=_("the judge's last words: {words}").format(words=self._lane.log()[-2000:])
        )


def _stop_started(future: Future[Worker]) -> None:
    if future.exception() is None:
        future.result().stop()


def _judged(message: Mapping[str, Any]) -> tuple[Outcome, ...]:
    """The outcomes in the judge's report; scoring notices a test that has none."""
    found = (test.get("metadata") for test in message["report"]["tests"])
    findings, calls = message.get("findings", {}), message.get("survey", {}).get("calls", {})
    return tuple(
        _outcome(one, findings.get(one["test"], {}), calls.get(one["test"], ()))
        for one in found
        if one is not None
    )


def _outcome(found: Mapping[str, Any], finding: Mapping[str, Any], calls: Sequence[str]) -> Outcome:
    message = found.get("message")
    remarks = finding.get("remarks", [])
    return Outcome(
        test=found["test"],
        verdict=Verdict(found["verdict"]),
        fraction=float(found.get("fraction", 0.0)),
        message=None if message is None else _text(message),
        diagnosis=tuple(
            Diagnosis(one["mistake"], _text(one["hint"])) for one in finding.get("diagnosis", [])
        ),
        evidence={**found.get("evidence", {}), **({"remarks": remarks} if remarks else {})},
        seconds=float(found["seconds"]),
        stdout=found.get("stdout", ""),
        calls=tuple(calls),
        failed_checks=tuple(FailedCheck(*failed) for failed in found.get("failed_checks", ())),
    )


def _text(text: Mapping[str, str]) -> Text:
    return Text(text["en"], text["ru"])
