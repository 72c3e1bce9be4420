"""What the reference reaches on the images of one submission, assignment by assignment."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from grader.judge.cifar10 import MixedCifar10

Figures = Iterator[tuple[str, float, float]]
"""Setting, accuracy, and the CPU seconds of what reached it."""


def linear_classifier(cifar10: MixedCifar10, seed: int) -> Figures:
    """Both classifiers after `train`, and random search."""
    yield _train(cifar10, "svm", "LinearSVM", seed)
    yield _train(cifar10, "softmax", "Softmax", seed)
    yield _search(cifar10, seed)


def knn(cifar10: MixedCifar10, seed: int) -> Figures:
    """The labels of `predict`."""
    learned, name = 4000, "neighbours"  # as in assignments/knn/hidden/test_cifar10.py
    model = importlib.import_module("k_nearest_neighbor").KNearestNeighbor()
    model.train(cifar10.X[:learned], cifar10.y[:learned])
    start = time.process_time()
    labels = model.predict(cifar10.X[learned:], k=cifar10.setting(name)["k"])
    spent = time.process_time() - start
    yield name, float(np.mean(labels == cifar10.y[learned:])), spent


MEASURES: dict[str, Callable[[MixedCifar10, int], Figures]] = {
    "linear_classifier": linear_classifier,
    "knn": knn,
}


def _train(cifar10: MixedCifar10, name: str, kind: str, seed: int) -> tuple[str, float, float]:
    setting = dict(cifar10.setting(name))
    setting.pop("tiers")
    model = getattr(importlib.import_module("linear_classifier"), kind)()
    np.random.seed(seed)
    start = time.process_time()
    model.train(cifar10.X, cifar10.y, **setting)
    spent = time.process_time() - start
    return name, cifar10.accuracy(model.W), spent


def _search(cifar10: MixedCifar10, seed: int) -> tuple[str, float, float]:
    """The mean accuracy of some random searches, as in the hidden test."""
    name = "random_search"
    setting = cifar10.setting(name)
    svm_losses = importlib.import_module("linear_svm").svm_losses
    random_search = importlib.import_module("optimization").random_search
    rng = np.random.default_rng(seed)
    accuracies, spent = [], 0.0
    for number in range(setting["searches"]):
        rows = slice(number * setting["images"], (number + 1) * setting["images"])
        X, y = cifar10.X[rows], cifar10.y[rows]

        def loss(W: Any, X: Any = X, y: Any = y) -> float:
            return float(np.mean(svm_losses(X @ W.astype(np.float32), y)))

        start = time.process_time()
        W, _ = random_search(loss, (3073, 10), setting["num_tries"], setting["scale"], rng)
        spent += time.process_time() - start
        accuracies.append(cifar10.accuracy(W))
    return name, float(np.mean(accuracies)), spent
