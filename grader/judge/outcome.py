"""From how a test function ended to its outcome. What nobody foresaw is a fault of ours."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

from grader.judge.endings import StudentFailure, TestEnding
from grader.model import Text, Verdict

_OURS = Text(
    "The grader failed here; this is not the student's fault.",
    "Здесь отказала сама система проверки; студент в этом не виноват.",
)


def outcome_of(
    test: str, error: BaseException | None, hidden: Path, last_call: dict[str, Any] | None
) -> dict[str, Any]:
    """The outcome of `test` as plain values; `error` is what its function raised."""
    if error is None:
        return _plain(test, Verdict.PASSED, 1.0, None, {})
    ending = _foreseen(error, hidden)
    if ending is None:
        words = {"grader": _traceback(error, hidden)}
        return _plain(test, Verdict.GRADER_ERROR, 0.0, _OURS, words)
    evidence = dict(ending.evidence)
    if last_call is not None and ending.verdict is not Verdict.PASSED:
        evidence["input"] = last_call
    return _plain(test, ending.verdict, ending.fraction, ending.message, evidence)


def _traceback(error: BaseException, hidden: Path) -> str:
    """Where and why the suite failed, from its own first frame on; the same in every run."""
    frame = error.__traceback__
    while frame is not None and not _is_in(frame.tb_frame.f_code.co_filename, hidden):
        frame = frame.tb_next
    lines = traceback.format_exception(type(error), error, frame or error.__traceback__)
    return "".join(lines).replace(f"{hidden.parent}/", "")[-4000:]


def _is_in(file: str, folder: Path) -> bool:
    return Path(file).is_relative_to(folder)


def _foreseen(error: BaseException, hidden: Path) -> TestEnding | None:
    if isinstance(error, TestEnding):
        return error
    if isinstance(error, (TypeError, ValueError)) and "unpack" in str(error):
        frame = traceback.extract_tb(error.__traceback__)[-1]
        if _is_in(frame.filename, hidden):
            return StudentFailure(
                "The function returned a wrong number of values.",
                "Функция вернула не столько значений, сколько нужно.",
            )
    return None


def _plain(
    test: str, verdict: Verdict, fraction: float, message: Text | None, evidence: dict[str, Any]
) -> dict[str, Any]:
    return {
        "test": test,
        "verdict": verdict.value,
        "fraction": fraction,
        "message": None if message is None else {"en": message.en, "ru": message.ru},
        "evidence": evidence,
    }
