"""Remarks: evidence found from the numbers, for each part of a wrong result, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.diagnosis.cases import Case
from grader.diagnosis.explanations import explained
from grader.diagnosis.numbers import Pair, pairs_of, results_of
from grader.diagnosis.reference import Reference
from grader.model import Text


def remarks_on(function: str, cases: Sequence[Case], reference: Reference) -> dict[str, list[Text]]:
    """Test → remarks on the wrong results of `function` in it; `cases` are all of its calls."""
    found: dict[str, list[Text]] = {}
    results = results_of(cases)
    for result in results:
        subject = _subject(function, result, len(results))
        pairs = list(pairs_of(cases, result, reference))
        wrong = [pair for pair in pairs if not pair.right]
        for test in dict.fromkeys(pair.test for pair in wrong):
            own = [pair for pair in wrong if pair.test == test]
            words = (explained(own, pairs), _largest_error(own))
            told = [_about(subject, text) for text in words if text is not None]
            found.setdefault(test, []).extend(told)
    return found


def _largest_error(wrong: Sequence[Pair]) -> Text | None:
    """The largest relative error |a - b| / max(|a|, |b|) of a wrong element."""
    errors = [error for pair in wrong if pair.same_shape for error in _relative_errors(pair)]
    if not errors:
        return None
    largest = max(errors)
    return Text(
        f"the largest relative error is {largest:.2g}",
        f"наибольшая относительная ошибка {largest:.2g}",
    )


def _relative_errors(pair: Pair) -> list[float]:
    actual, expected = (one[~pair.matches] for one in (pair.actual, pair.expected))
    actual, expected = actual.astype(np.float64), expected.astype(np.float64)
    with np.errstate(all="ignore"):
        errors = np.abs(actual - expected) / np.maximum(np.abs(actual), np.abs(expected))
    return [float(error) for error in errors if np.isfinite(error)]


def _subject(function: str, result: int | None, count: int) -> Text:
    name = function.partition(".")[2]
    if result is None:
        return Text(name, name)
    number = result + 1
    return Text(
        f"{name}, returned value {number} of {count}",
        f"{name}, возвращаемое значение {number} из {count}",
    )


def _about(subject: Text, text: Text) -> Text:
    return Text(f"{subject.en}: {text.en}.", f"{subject.ru}: {text.ru}.")
