"""The words for every way in which student code can give no result."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from grader.judge.advice import advice
from grader.judge.advice.top_level import MOVE_IT
from grader.judge.endings import StudentStopped
from grader.model import Text, Verdict


def missing(name: str) -> StudentStopped:
    """No such module, function or method."""
    return StudentStopped(
        Verdict.MISSING,
        Text(f"{name} was not found in the submission.", f"{name}: не найдено в работе."),
    )


def raised(
    exception: dict[str, Any],
    where: str,
    *,
    importing: bool = False,
    absent: Collection[str] = (),
) -> StudentStopped:
    """The student's code ended with an exception; `absent` modules were not handed in."""
    evidence = {"exception": {key: exception[key] for key in ("type", "text", "traceback")}}
    if exception["not_implemented"]:
        return StudentStopped(
            Verdict.NOT_IMPLEMENTED,
            Text(f"{where} is not implemented yet.", f"{where}: ещё не реализовано."),
            evidence=evidence,
        )
    kind = exception["type"]
    message = Text(f"{where} raised {kind}.", f"{where}: исключение {kind}.")
    hint = advice(exception, importing=importing, absent=absent)
    if hint is not None:
        message = Text(f"{message.en} {hint.en}", f"{message.ru} {hint.ru}")
    return StudentStopped(Verdict.ERROR, message, evidence=evidence)


def timeout(where: str, seconds: float) -> StudentStopped:
    """No answer in time."""
    return StudentStopped(
        Verdict.TIMEOUT,
        Text(
            f"{where} did not finish within {seconds:g} s.",
            f"{where}: не завершилось за {seconds:g} с.",
        ),
    )


def import_timeout(where: str, seconds: float) -> StudentStopped:
    """A module that does not come to the end of its own code."""
    late = timeout(where, seconds).message
    return StudentStopped(
        Verdict.TIMEOUT, Text(f"{late.en} {MOVE_IT.en}", f"{late.ru} {MOVE_IT.ru}")
    )


def callback_storm(where: str, most: int) -> StudentStopped:
    """Each call of a function that was lent is short, but there was no end of them."""
    return StudentStopped(
        Verdict.TIMEOUT,
        Text(
            f"{where} called the function that it was given more than {most} times.",
            f"{where}: переданная функция вызвана больше {most} раз.",
        ),
    )


def test_timeout(where: str) -> StudentStopped:
    """The calls of one test have used up its time, though each may have been short enough."""
    return StudentStopped(
        Verdict.TIMEOUT,
        Text(
            f"The time for this test was used up during {where}.",
            f"Время, отведённое на этот тест, закончилось во время выполнения {where}.",
        ),
    )


def out_of_time() -> StudentStopped:
    """The submission has used up the time that it has for all its tests."""
    return StudentStopped(
        Verdict.TIMEOUT,
        Text(
            "The submission's total time was used up before the end of this test.",
            "Общее время, отведённое на работу, закончилось до конца этого теста.",
        ),
    )


def memory(where: str, megabytes: int) -> StudentStopped:
    """The kernel killed the process for want of memory."""
    return StudentStopped(
        Verdict.MEMORY_LIMIT,
        Text(
            f"{where} needed more than {megabytes} MB of memory.",
            f"{where}: потребовалось больше {megabytes} МБ памяти.",
        ),
    )


def crashed(where: str) -> StudentStopped:
    """The student's process is gone."""
    return StudentStopped(
        Verdict.CRASHED,
        Text(
            f"The process ended in the middle of {where}.",
            f"Процесс завершился во время выполнения {where}.",
        ),
    )


def violation(where: str, rule: str) -> StudentStopped:
    """The student's process did not keep to the protocol; `rule` is for the instructor."""
    return StudentStopped(
        Verdict.PROTOCOL_ERROR,
        Text(
            f"{where} answered with something that is not a result.",
            f"{where}: вместо результата получены посторонние данные.",
        ),
        evidence={"protocol": rule},
    )
