"""Two results are the same whatever their types, and only within the tolerance."""

from typing import Any

import numpy as np
import pytest

from grader.diagnosis.compare import ABSENT, agree, is_plain, part
from grader.protocol import Handle, Unsupported

NAN, INF = float("nan"), float("inf")
LARGE = np.array([1.0, 1000.0])


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (1.0, 1.00009),
        (np.float32(1.0), 1),
        (np.array([[2.5]]), 2.5),
        (2.5, np.array(2.5)),
        ([1, 2.0], np.array([1.0, 2.0])),
        ((1.0, 2.0), [1.0, 2.0]),
        ([[1, 2], [3, 4]], np.array([[1, 2], [3, 4]])),
        ([np.array([1.0, 2.0])], np.array([[1.0, 2.0]])),
        (np.array([1, 2], dtype=np.int8), np.array([1.0, 2.0])),
        (True, 1),
        (NAN, NAN),
        (np.array([NAN, INF, -INF, 1.0]), np.array([NAN, INF, -INF, 1.0])),
        ((1.0, np.array([1.0, 2.0])), (1.0, np.array([1.0, 2.0]))),
        ([1.0, np.array([1.0, 2.0])], (1.0, np.array([1.0, 2.0]))),
        ({"a": [1.0]}, {"a": np.array([1.0])}),
        (INF, -INF),  # which of them an overflow ends in is a matter of style
        (NAN, INF),
        (None, None),
        ("text", "text"),
        ([], ()),
        (LARGE + np.array([0.0009, 0.0]), LARGE),  # beside 1000, 0.0009 is nothing
        (np.array([0.0, 1.0], np.float32) + np.float32(5e-6), np.array([0.0, 1.0])),
    ],
)
def test_the_same(actual: Any, expected: Any) -> None:
    assert agree(actual, expected)
    assert agree(expected, actual)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (1.0, 1.0002),
        (np.array([0.0, 1.0]) + 5e-6, np.array([0.0, 1.0])),  # but not in float64
        (np.array([2e-6]), np.array([0.0])),
        (np.array([1.0, 2.0]), np.array([[1.0, 2.0]])),
        (np.array([1.0]), np.array([1.0, 1.0])),
        (NAN, 1.0),
        (INF, 1e308),
        (20_000, 20_001),
        ((1.0, np.ones(2)), (1.0, np.zeros(2))),
        ((1.0, np.ones(2)), (1.0, np.ones(2), 3.0)),
        ((1.0, np.ones(2)), 1.0),
        ({"a": 1.0}, {"b": 1.0}),
        ({"a": 1.0}, {"a": 2.0}),
        (None, 0.0),
        ("1", 1),
        ("text", b"text"),
        ([[1.0], [1.0, 2.0]], np.ones((2, 2))),
        (Unsupported("complex"), Unsupported("complex")),
        (Handle(1, "Model"), Handle(1, "Model")),
        ((1.0, Unsupported("set")), (1.0, Unsupported("set"))),
        (np.array([1j]), np.array([1j])),
        (ABSENT, ABSENT),
        (1e-5, 0.0),
    ],
)
def test_not_the_same(actual: Any, expected: Any) -> None:
    assert not agree(actual, expected)
    assert not agree(expected, actual)


def test_parts() -> None:
    assert part((1, 2), 1) == 2
    assert part([1, 2], 0) == 1
    assert part((1, 2), None) == (1, 2)
    assert part((1,), 1) is ABSENT
    assert part(np.ones(2), 0) is ABSENT


def test_what_can_be_compared_at_all() -> None:
    assert all(map(is_plain, (1, "a", None, np.ones(2), [1, "a"], (np.ones(2), {"k": None}))))
    assert not any(map(is_plain, (object(), (1, object()), {"k": object()}, np.array([1j]))))
