"""A value that a student returned, in words."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.judge.evidence import type_name
from grader.model import Text
from grader.protocol import Unsupported


def describe(value: Any) -> Text:
    """What `value` is, in a few words that fit into a sentence."""
    if value is None:
        return Text("None (is a `return` missing?)", "None (нет `return`?)")
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, Unsupported):
        return Text(f"a value of an unsupported type: {value.type}", f"значение типа {value.type}")
    if isinstance(value, (tuple, list, dict)):
        kind = type(value).__name__
        return Text(f"a {kind} of {len(value)} items", f"{kind}, элементов: {len(value)}")
    kind = type_name(value)
    return Text(f"a value of type {kind}", f"значение типа {kind}")


def _array(array: np.ndarray) -> Text:
    if array.ndim == 0:
        return Text(f"a number of type {array.dtype}", f"число типа {array.dtype}")
    shape = tuple(array.shape)
    return Text(
        f"an array of {array.dtype} of shape {shape}", f"массив {array.dtype} формы {shape}"
    )
