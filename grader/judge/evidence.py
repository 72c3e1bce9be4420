"""Values as evidence in a report: plain JSON, small enough to read."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.protocol import Handle, Unsupported
from grader.protocol.limits import MAX_DIMENSIONS

_MOST_ITEMS = 64
_MOST_DEPTH = 4
_MOST_TEXT = 500


def plain(value: Any, depth: int = 0) -> Any:
    """`value` as JSON; large arrays by shape and range only, and deep values by their type."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return float(value) if np.isfinite(value) else str(value)
    if isinstance(value, str):
        return value[:_MOST_TEXT]
    if isinstance(value, (np.ndarray, np.generic)):
        return _array(np.asarray(value))
    if isinstance(value, (list, tuple)) and depth < _MOST_DEPTH:
        items = [plain(item, depth + 1) for item in value[:_MOST_ITEMS]]
        return items if len(value) <= _MOST_ITEMS else [*items, f"… {len(value)} items"]
    if isinstance(value, dict) and depth < _MOST_DEPTH:
        shown = list(value.items())[:32]
        return {str(key)[:_MOST_TEXT]: plain(item, depth + 1) for key, item in shown}
    return f"<{type_name(value)}>"


def type_name(value: Any) -> str:
    """The name of the type that `value` had where it came from."""
    if isinstance(value, (Handle, Unsupported)):
        return value.type
    return str(getattr(value, "remote_type", None) or type(value).__name__)


def _array(array: np.ndarray) -> Any:
    if 0 < array.size <= _MOST_ITEMS and array.dtype.kind in "biuf":
        return plain(array.tolist(), -MAX_DIMENSIONS)
    summary: dict[str, Any] = {"shape": list(array.shape), "dtype": str(array.dtype)}
    if array.size and array.dtype.kind in "biuf":
        with np.errstate(all="ignore"):
            summary["min"], summary["max"] = plain(float(array.min())), plain(float(array.max()))
    return summary
