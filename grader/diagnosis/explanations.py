"""What the numbers of a wrong result tell by themselves, one function for each thing.

Each takes all calls of a function (`pairs`, one of them wrong at least) and returns words or None.
The words hold a shape, a factor, a difference or a name, never an input or an expected value.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from grader.diagnosis.compare import close
from grader.diagnosis.numbers import Pair
from grader.model import Text

Explanation = Callable[[Sequence[Pair]], Text | None]


def transposed(pairs: Sequence[Pair]) -> Text | None:
    """A matrix with rows and columns exchanged."""
    for pair in _wrong(pairs):
        if pair.actual.ndim != 2 or pair.actual.T.shape != pair.expected.shape:
            return None
        if not close(pair.actual.T, pair.expected).all():
            return None
    return Text(
        "transposed: rows and columns are exchanged",
        "транспонировано: строки и столбцы поменялись местами",
    )


def other_shape(pairs: Sequence[Pair]) -> Text | None:
    """A shape that is not the expected one."""
    for pair in pairs:
        if not pair.same_shape:
            got, wanted = _in_words(pair.actual), _in_words(pair.expected)
            return Text(
                f"{got.en} instead of {wanted.en}",
                f"получено: {got.ru}, ожидается: {wanted.ru}",
            )
    return None


def not_finite(pairs: Sequence[Pair]) -> Text | None:
    """NaN or inf where a finite number is expected; perhaps only where the numbers are large."""
    broken = [pair for pair in pairs if _is_broken(pair)]
    if not broken:
        return None
    sound = [pair.size_of_arguments for pair in pairs if not _is_broken(pair)]
    if sound and max(sound) < min(pair.size_of_arguments for pair in broken):
        return Text(
            "NaN or inf, but only where the numbers (scores) are large",
            "NaN или inf, но только при больших числах (оценках)",
        )
    return Text(
        "NaN or inf where a finite number is expected",
        "NaN или inf там, где ожидается конечное число",
    )


def integers(pairs: Sequence[Pair]) -> Text | None:
    """Whole numbers by their type where fractions are expected."""
    for pair in _wrong(pairs):
        if (
            pair.actual.dtype.kind not in "iub"
            or close(pair.expected, np.rint(pair.expected)).all()
        ):
            return None
    kind = str(_wrong(pairs)[0].actual.dtype)
    return Text(
        f"whole numbers ({kind}) where fractions are expected",
        f"целые числа ({kind}) там, где ожидаются дробные",
    )


def zeros(pairs: Sequence[Pair]) -> Text | None:
    """Nothing but zeros."""
    if any(pair.actual.any() for pair in pairs):
        return None
    return Text("all zeros", "одни нули")


def opposite_sign(pairs: Sequence[Pair]) -> Text | None:
    """The right numbers with the other sign."""
    if not all(close(-1.0 * pair.actual, pair.expected).all() for pair in pairs):
        return None
    return Text("right, but with the opposite sign", "верно, но с противоположным знаком")


def constant_factor(pairs: Sequence[Pair]) -> Text | None:
    """The right numbers times one number, the same in every call."""
    actual, expected = _flat(pairs)
    if _distinct(expected[expected != 0]) < 2:
        return None
    largest = int(np.argmax(np.abs(expected)))
    factor = float(actual[largest] / expected[largest])
    if f"{factor:.4g}" == "1" or not all(
        close(pair.actual, factor * pair.expected).all() for pair in pairs
    ):
        return None
    return Text(
        f"right up to a constant factor of {factor:.4g}",
        f"верно с точностью до постоянного множителя {factor:.4g}",
    )


def constant_offset(pairs: Sequence[Pair]) -> Text | None:
    """The right numbers plus one number, the same in every call."""
    actual, expected = _flat(pairs)
    if _distinct(expected) < 2:
        return None
    offset = float(np.median(actual - expected))
    if not all(close(pair.actual, pair.expected + offset).all() for pair in pairs):
        return None
    return Text(
        f"off by a constant: {offset:+.4g} everywhere",
        f"отличается на постоянную: везде {offset:+.4g}",
    )


def only_without(pairs: Sequence[Pair]) -> Text | None:
    """Right exactly where one parameter, such as reg, is 0."""
    for name in pairs[0].arguments:
        values = [pair.arguments.get(name) for pair in pairs]
        if not all(isinstance(value, (int, float, np.integer, np.floating)) for value in values):
            continue
        right = [pair.right for pair in pairs]
        if any(right) and right == [value == 0 for value in values]:
            return Text(f"right only where {name} = 0", f"верно только при {name} = 0")
    return None


def only_first_column(pairs: Sequence[Pair]) -> Text | None:
    """A matrix that is right in its first column alone, the first class."""
    if not _only_first(pairs, axis=1):
        return None
    return Text(
        "right only in the first column (the first class)",
        "верно только в первом столбце (для первого класса)",
    )


def only_first_row(pairs: Sequence[Pair]) -> Text | None:
    """Right in the first row alone."""
    if not _only_first(pairs, axis=0):
        return None
    return Text("right only in the first row", "верно только в первой строке")


EXPLANATIONS: tuple[Explanation, ...] = (
    not_finite,
    integers,
    zeros,
    opposite_sign,
    constant_factor,
    constant_offset,
    only_without,
    only_first_column,
    only_first_row,
)
"""The first of them that has words speaks, of calls with the expected shape; those after
`not_finite` are asked about finite numbers."""


def explained(own: Sequence[Pair], pairs: Sequence[Pair]) -> Text | None:
    """The words for a test whose wrong calls are `own`; `pairs` are those of all tests."""
    shape = transposed(pairs) or other_shape(own)
    if shape is not None:
        return shape
    fitting = [pair for pair in pairs if pair.same_shape]
    here = EXPLANATIONS if any(map(_is_broken, own)) else EXPLANATIONS[1:]  # without not_finite
    with np.errstate(all="ignore"):
        texts = (explanation(fitting) for explanation in here)
        return next((text for text in texts if text is not None), None)


def _in_words(array: np.ndarray) -> Text:
    if not array.ndim:
        return Text("a number", "число")
    return Text(f"shape {array.shape}", f"форма {array.shape}")


def _wrong(pairs: Sequence[Pair]) -> list[Pair]:
    return [pair for pair in pairs if not pair.right]


def _is_broken(pair: Pair) -> bool:
    return bool((~np.isfinite(pair.actual) & np.isfinite(pair.expected)).any())


def _flat(pairs: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    actual = np.concatenate([pair.actual.ravel() for pair in pairs]).astype(np.float64)
    return actual, np.concatenate([pair.expected.ravel() for pair in pairs]).astype(np.float64)


def _distinct(values: np.ndarray) -> int:
    """How many different numbers there are: with one alone, every factor and offset would fit."""
    return len(np.unique(np.array([float(f"{value:.3g}") for value in values])))


def _only_first(pairs: Sequence[Pair], axis: int) -> bool:
    """Whether index 0 along `axis` is always right, and each other index wrong in some call."""
    wrong = _wrong(pairs)
    if any(pair.expected.ndim != 2 for pair in wrong):
        return False
    longest = max(pair.expected.shape[axis] for pair in wrong)
    ever_wrong = np.zeros(longest, dtype=bool)
    for pair in wrong:
        mistaken = np.asarray(~pair.matches.all(axis=1 - axis))
        ever_wrong[: len(mistaken)] |= mistaken
    return longest > 2 and not ever_wrong[0] and bool(ever_wrong[1:].all())
