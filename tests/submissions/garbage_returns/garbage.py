"""Values that are no answers, a different one in every test."""

import random
from decimal import Decimal

import numpy as np

VALUES = [
    None,
    "2.9",
    (),
    [],
    {},
    {"loss": 2.9},
    True,
    b"\x00\xff",
    float("nan"),
    float("inf"),
    1e308,
    10**400,
    2.9 + 1j,
    Decimal("2.9"),
    object(),
    len,
    lambda: None,
    np.array([]),
    np.array(None),
    np.array(["a", "b"]),
    np.array([1, None, "x"], dtype=object),
    np.zeros(3, dtype="datetime64[s]"),
    np.zeros(2, dtype=[("a", float)]),
    np.full((3, 3), np.nan),
    np.zeros((2, 2), dtype=complex),
    np.zeros((1,) * 20),
    np.ma.masked_array(np.zeros((2, 2)), mask=True),
    [[1, 2], [3]],
    [1, [2, [3, [4]]]],
    {1, 2, 3},
    range(3),
]


def anything():
    return random.choice(VALUES)


def pair():
    """Sometimes of the right form, with garbage in it."""
    return random.choice([anything(), (anything(), anything()), (anything(),) * 3])
