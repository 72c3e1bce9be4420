"""Our pytest plugin: the fixtures of hidden suites, and outcomes for the JSON report.

The suite is collected once. The run loop then serves the host: for each submission the process
forks inside `pytest_runtestloop`, and the child runs the collected tests against that submission.
"""

from __future__ import annotations

import gc
import importlib
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

import numpy as np
import pytest

from grader.judge import stops
from grader.judge.api import is_undiagnosed
from grader.judge.calls import Bench
from grader.judge.check import Check
from grader.judge.cifar10 import MixedCifar10
from grader.judge.endings import DataMissing
from grader.judge.outcome import outcome_of
from grader.judge.recording import Recorder, TestRecorder
from grader.judge.session import Session
from grader.judge.shared import Shared
from grader.judge.student import Student
from grader.judge.survey import SurveyCheck


class Server(Protocol):
    """What the plugin needs of the process that it runs in."""

    hidden: Path
    session: Session | None
    recorder: Recorder
    tests: dict[str, dict[str, Any]]
    conventions: dict[str, Any]
    data: dict[str, Any] | None
    survey: frozenset[str]

    def loop(self, items: list[pytest.Item]) -> None: ...
    def test_ended(self, outcome: dict[str, Any]) -> None: ...


class Reference:
    """The `reference` fixture: the reference solution's modules, imported here."""

    def __getattr__(self, module: str) -> ModuleType:
        return importlib.import_module(module)


def test_id(item: pytest.Item) -> str:
    """`svm/test_lecture_numbers` for that function of hidden/test_svm.py."""
    return _id(item.path, item.name)


def _id(path: Path, function: str) -> str:
    return f"{path.stem.removeprefix('test_')}/{function}"


class JudgePlugin:
    """One for the life of the judge; what belongs to one submission is `server.session`."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.shared = Shared()
        self.bench: Bench | None = None
        self.printed = ""
        self.failed = False
        self.surveyed: SurveyCheck | None = None
        self.mixed: MixedCifar10 | None = None

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Serve submissions in place of the one run that pytest would make."""
        self.server.loop(session.items)
        return True

    def pytest_json_runtest_metadata(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> dict[str, Any] | None:
        """The outcome of a test goes out as its metadata in the JSON report."""
        error = None if call.excinfo is None else call.excinfo.value
        self.failed = self.failed or error is not None
        if error is None and call.when != "call":
            return self._late() if call.when == "teardown" else None
        if self.surveyed is not None:
            error = self.surveyed.first or error
        last_call = self.bench.last_call if self.bench and error else None
        outcome = outcome_of(test_id(item), error, self.server.hidden, last_call)
        return {**outcome, "seconds": call.duration, **self._survey()}

    def _survey(self) -> dict[str, Any]:
        """The checks that failed, where a survey notes them."""
        if self.surveyed is None:
            return {}
        return {"failed_checks": [astuple(failed) for failed in self.surveyed.failed]}

    def _late(self) -> dict[str, Any]:
        return {"stdout": self.printed}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Start anew: without the values, the output and the random state of the test before."""
        self.bench = None
        self.printed = ""
        if self.failed:  # it keeps its frames, and in them what the student's code returned
            gc.collect()
        self.failed = False
        self.surveyed = None
        seed = self._session().job.seeds[test_id(item)]
        random.seed(seed)
        np.random.seed(seed % 2**32)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Tell the host, which shows progress."""
        path, _, function = nodeid.partition("::")
        self.server.test_ended({"test": _id(Path(path), function)})

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Iterator[Student]:
        """The student's modules; every test gets a process of its own."""
        session = self._session()
        name = test_id(request.node)
        limits = self.server.tests[name]
        seed = session.job.seeds[name]
        on = bool(self.server.survey) or not is_undiagnosed(request.function)
        self.bench = Bench(
            session,
            lambda: session.begin(seed, limits["call_seconds"], limits["test_seconds"]),
            self.shared,
            TestRecorder(self.server.recorder, name, on=on),
        )
        yield Student(self.bench)
        self.bench.over = True
        process = self.bench.process
        if process is None:
            return
        forged = process.said_too_much()
        self.printed = session.end(process)
        if forged:
            raise stops.violation(self.bench.last_where, "an answer to no request")

    @pytest.fixture
    def check(self) -> Check:
        """The one strict comparator."""
        if "checks" in self.server.survey:
            self.surveyed = SurveyCheck(self.server.hidden)
            return self.surveyed
        return Check()

    @pytest.fixture
    def reference(self) -> Reference:
        """The reference solution."""
        return Reference()

    @pytest.fixture
    def conventions(self) -> dict[str, Any]:
        """The assignment's conventions."""
        return self.server.conventions

    @pytest.fixture
    def observe(self, request: pytest.FixtureRequest) -> Callable[..., None]:
        """`observe(function, **facts)`: what a test saw of a student's function, for diagnosis."""
        name = test_id(request.node)

        def observe(function: str, /, **facts: Any) -> None:
            self.server.recorder.observe(name, function, facts)

        return observe

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Random numbers that belong to this submission and this test."""
        return np.random.default_rng(self._session().job.seeds[test_id(request.node)])

    @pytest.fixture
    def cifar10(self) -> MixedCifar10:
        """The training images, mixed by this submission's secret; and the judge's own images."""
        if self.server.data is None:
            raise DataMissing(
                "The image data of this test is not available.",
                "Данные с изображениями для этого теста недоступны.",
            )
        if self.mixed is None:
            self.mixed = MixedCifar10(self.server.data, self._session().job.secret)
        return self.mixed

    def _session(self) -> Session:
        if self.server.session is None:
            raise RuntimeError("a test ran outside a submission")
        return self.server.session


def run(items: list[pytest.Item], chosen: set[str]) -> dict[str, Any]:
    """Run the `chosen` of the collected tests; the JSON report of pytest-json-report."""
    picked = [item for item in items if test_id(item) in chosen]
    if not picked:
        raise ValueError("none of the chosen tests was collected")
    config = picked[0].config
    for item, following in zip(picked, [*picked[1:], None], strict=True):
        config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    plugin = config._json_report  # type: ignore[attr-defined]
    plugin._start_time = time.time()
    picked[0].session.exitstatus = pytest.ExitCode.OK
    plugin.pytest_sessionfinish(picked[0].session)
    report: dict[str, Any] = plugin.report
    return report
