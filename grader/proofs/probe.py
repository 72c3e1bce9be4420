"""Runs in the worker: a right function whose result is scaled a little."""

# mypy: ignore-errors

import numpy as np


def scaled(function, result, factor):
    """`function` with item `result` of what it returns (None: all of it) times `factor`."""

    def call(*args, **kwargs):
        value = function(*args, **kwargs)
        if result is None or not isinstance(value, (tuple, list)):
            return _times(value, factor)
        return tuple(
            _times(item, factor) if index == result else item for index, item in enumerate(value)
        )

    return call


def _times(value, factor):
    if isinstance(value, (tuple, list)):
        return type(value)(_times(item, factor) for item in value)
    if isinstance(value, dict):
        return {key: _times(item, factor) for key, item in value.items()}
    if isinstance(value, (float, np.floating)) or (
        isinstance(value, np.ndarray) and value.dtype.kind == "f"
    ):
        return value * factor
    return value
