"""After the last test: the known mistakes and the remarks that explain what did not pass.

Whatever goes wrong here, or takes too long, ends in silence: no student loses a verdict by it.
"""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from grader.diagnosis import Finding, KnownMistake, Reference, diagnose
from grader.judge.recording import Recorder
from grader.model import Text, Verdict

CPU_SECONDS = 10.0
WALL_SECONDS = 60.0
"""More than the CPU's, so that on a busy machine the same things are found."""


class OutOfTime(BaseException):
    """The diagnosis takes too long. Not an Exception: no `except` of a model's may stop it."""


def known_mistakes(
    folder: Path, described: Iterable[Mapping[str, Any]]
) -> tuple[KnownMistake, ...]:
    """The mistakes that the host has `described`; each file in `folder` is imported when needed."""
    return tuple(
        KnownMistake(
            name=one["name"],
            functions=tuple(one["functions"]),
            result=one["result"],
            hint=Text(one["hint"]["en"], one["hint"]["ru"]),
            twins=tuple(one["twins"]),
            has_predicate=one["has_predicate"],
            load=functools.cache(functools.partial(_imported, folder / f"{one['name']}.py")),
        )
        for one in described
    )


def findings(
    report: Mapping[str, Any],
    recorder: Recorder,
    mistakes: Iterable[KnownMistake],
    reference: Callable[[str], Any],
) -> dict[str, Any]:
    """Test → {"diagnosis", "remarks"} as plain values, for tests of `report` that did not pass."""
    outcomes = (test.get("metadata") for test in report["tests"])
    verdicts = {one["test"]: Verdict(one["verdict"]) for one in outcomes if one is not None}
    failing = {
        test: verdict
        for test, verdict in verdicts.items()
        if verdict.judged and verdict is not Verdict.PASSED
    }
    if not failing:
        return {}
    try:
        with _limited():
            found = diagnose(
                recorder.records, recorder.observations, mistakes, Reference(reference), failing
            )
    except (Exception, SystemExit, OutOfTime):
        traceback.print_exc()
        return {}
    return {test: _plain(finding) for test, finding in found.items()}


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    """Raise OutOfTime in the block once it has used up its time, and again if that was lost."""

    def stop(number: int, frame: Any) -> None:
        raise OutOfTime

    timers = {
        signal.ITIMER_PROF: (signal.SIGPROF, CPU_SECONDS),
        signal.ITIMER_REAL: (signal.SIGALRM, WALL_SECONDS),
    }
    for timer, (number, seconds) in timers.items():
        signal.signal(number, stop)
        signal.setitimer(timer, seconds, 1.0)
    try:
        yield
    finally:
        for number, _ in timers.values():  # one that comes from here on would end the child
            signal.signal(number, signal.SIG_IGN)
        for timer in timers:
            signal.setitimer(timer, 0)


def _imported(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"known_mistake_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "diagnosis": [
            {"mistake": one.mistake, "hint": _text(one.hint)} for one in finding.diagnoses
        ],
        "remarks": [_text(remark) for remark in finding.remarks],
    }


def _text(text: Text) -> dict[str, str]:
    return {"en": text.en, "ru": text.ru}
