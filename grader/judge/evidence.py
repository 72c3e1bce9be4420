"""Values as evidence in a report: plain JSON, small enough to read."""

from __future__ import annotations

from typing import Any

import numpy as np

_MOST_ITEMS = 64
_MOST_TEXT = 500


def plain(value: Any) -> Any:
    """`value` as JSON, large arrays by shape and range only."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if np.isfinite(value) else str(value)
    if isinstance(value, str):
        return value[:_MOST_TEXT]
    if isinstance(value, (np.ndarray, np.generic)):
        return _array(np.asarray(value))
    if isinstance(value, (list, tuple)):
        items = [plain(item) for item in value[:_MOST_ITEMS]]
        return items if len(value) <= _MOST_ITEMS else [*items, f"… {len(value)} items"]
    if isinstance(value, dict):
        return {str(key)[:_MOST_TEXT]: plain(item) for key, item in list(value.items())[:32]}
    return f"<{getattr(value, 'type', None) or type(value).__name__}>"


def _array(array: np.ndarray) -> Any:
    if array.size <= _MOST_ITEMS:
        return plain(array.tolist())
    summary: dict[str, Any] = {"shape": list(array.shape), "dtype": str(array.dtype)}
    if array.dtype.kind in "biuf":
        with np.errstate(all="ignore"):
            summary["min"], summary["max"] = plain(float(array.min())), plain(float(array.max()))
    return summary
