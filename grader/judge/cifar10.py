"""The `cifar10` fixture: training images mixed for one submission, and the judge's own images."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.data.cifar10 import Split
from grader.data.mixing import Mixing, centre


class MixedCifar10:
    """Data for `train`, and the accuracy of what came of it.

    X: float32 (N, D + 1), mixed by the submission's secret, the last column ones
    y: int64 (N,), labels under secret names
    """

    def __init__(self, data: dict[str, Any], secret: int) -> None:
        self._settings = data["settings"]
        self._mixing = Mixing.from_seed(secret)
        pool = Split(data["train_images"], data["train_labels"])
        mixed = self._mixing.training_set(pool, data["train"])
        self.X = _constant(mixed.X)
        self.y = _constant(mixed.y)
        self._labels = data["evaluation_labels"]
        self._centred = centre(data["evaluation_images"], mixed.mean)

    def accuracy(self, W: np.ndarray) -> float:
        """The share of held-out images that weights W (D + 1, C) classify right, in [0, 1]."""
        return self._mixing.accuracy(W, self._centred, self._labels)

    def setting(self, name: str) -> dict[str, Any]:
        """The setting `name` of assignment.yaml for the data set that is in use."""
        found: dict[str, Any] = self._settings[name]
        return found


def _constant(array: np.ndarray) -> np.ndarray:
    """`array`, which no test can change for the next; it crosses to every worker from one file."""
    own = array if array.base is None else array.copy()
    own.flags.writeable = False
    return own
