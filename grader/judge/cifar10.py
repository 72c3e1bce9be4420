"""The `cifar10` fixture: training images mixed for one submission, and the judge's own images."""

from __future__ import annotations

from typing import Any


class MixedCifar10:
    """`X` (N, D) float32 and `y` (N,) int64 go to the worker; evaluation images never do."""

    def __init__(self, data: dict[str, Any], secret: int) -> None:
        raise NotImplementedError
