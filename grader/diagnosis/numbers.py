"""One part of a function's results, call by call, as arrays: what remarks are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.diagnosis.cases import Case
from grader.diagnosis.compare import as_numbers, close, part, same_dimensions
from grader.diagnosis.reference import Reference


@dataclass(frozen=True)
class Pair:
    """What one call returned and what was expected; `arguments` by the parameters' names."""

    test: str
    actual: np.ndarray
    expected: np.ndarray
    arguments: Mapping[str, Any]

    @cached_property
    def matches(self) -> np.ndarray:
        """Where the two agree; they have one shape."""
        return close(self.actual, self.expected)

    @property
    def same_shape(self) -> bool:
        """Whether they can be compared element by element."""
        return self.actual.shape == self.expected.shape

    @property
    def right(self) -> bool:
        """Whether they agree everywhere."""
        return self.same_shape and bool(self.matches.all())

    @property
    def size_of_arguments(self) -> float:
        """The product of the largest magnitudes of the arguments: of W and X, that of scores."""
        arrays = (as_numbers(value) for value in self.arguments.values())
        largest = [
            float(np.abs(array).max())
            for array in arrays
            if array is not None and array.ndim and array.size and array.dtype.kind == "f"
        ]
        return float(np.prod(largest)) if largest else 0.0


def results_of(cases: Sequence[Case]) -> tuple[int | None, ...]:
    """The parts of the results: the items of the reference's tuple, or the whole value."""
    counts = {len(case.expected) if isinstance(case.expected, tuple) else None for case in cases}
    count = counts.pop() if len(counts) == 1 else None
    return (None,) if count is None else tuple(range(count))


def pairs_of(cases: Sequence[Case], result: int | None, reference: Reference) -> Iterator[Pair]:
    """The calls in which part `result` is numbers, as it should be."""
    for case in cases:
        expected = as_numbers(part(case.expected, result))
        actual = as_numbers(part(case.record.value, result))
        if actual is not None and expected is not None:
            actual, expected = same_dimensions(actual, expected)
            yield Pair(case.record.test, actual, expected, reference.arguments(case.record))
