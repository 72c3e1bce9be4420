"""Distribution of the reference's accuracy over seeds, from which thresholds are chosen.

    OPENBLAS_NUM_THREADS=1 python -m tests.bench.thresholds linear_classifier --runs 500

Every run has a secret of its own (images, mixing) and a seed of its own (start, batches), as every
submission has. Prints one row for each setting and data set.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.assignment import Assignment
from grader.cli.context import data_for_judge, find_assignment
from grader.data import synthetic
from grader.data.locate import find
from grader.judge.cifar10 import MixedCifar10

CLASSES = {"svm": "LinearSVM", "softmax": "Softmax"}
SETTINGS = [*CLASSES, "random_search"]


@dataclass
class Workbench:
    """What every process keeps between runs."""

    assignment: Assignment
    data: dict[str, Any]


_bench: Workbench


def prepare(name: str, kind: str) -> None:
    """Load the assignment and its images once in each process."""
    global _bench  # noqa: PLW0603  (one for each process of the pool)
    assignment = find_assignment(name)
    sys.path.insert(0, str(assignment.reference_path))
    cifar = synthetic.cifar10() if kind == "synthetic" else find()
    data = data_for_judge(assignment, cifar)
    assert data is not None
    _bench = Workbench(assignment, data)


def run(seed: int) -> dict[str, tuple[float, float]]:
    """Accuracy, and CPU seconds of what reached it, of each setting with one seed."""
    cifar10 = MixedCifar10(_bench.data, seed)
    found = {name: train(cifar10, name, seed) for name in CLASSES}
    return {**found, "random_search": search(cifar10, seed)}


def train(cifar10: MixedCifar10, name: str, seed: int) -> tuple[float, float]:
    """Accuracy of a classifier, and CPU seconds of `train`."""
    setting = dict(cifar10.setting(name))
    setting.pop("tiers")
    model = getattr(importlib.import_module("linear_classifier"), CLASSES[name])()
    np.random.seed(seed)
    start = time.process_time()
    model.train(cifar10.X, cifar10.y, **setting)
    spent = time.process_time() - start
    return cifar10.accuracy(model.W), spent


def search(cifar10: MixedCifar10, seed: int) -> tuple[float, float]:
    """Mean accuracy of some random searches, as in the hidden test, and their CPU seconds."""
    setting = cifar10.setting("random_search")
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
    return float(np.mean(accuracies)), spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("assignment")
    parser.add_argument("--runs", type=int, default=500)
    arguments = parser.parse_args()
    kinds = ["cifar10", "synthetic"] if os.environ.get("CIFAR10_DIR") else ["synthetic"]
    print("| data | setting | runs | mean | sd | smallest | mean − 4 sd | CPU s |")
    print("|---|---|---|---|---|---|---|---|")
    for kind in kinds:
        with ProcessPoolExecutor(
            os.cpu_count(), initializer=prepare, initargs=(arguments.assignment, kind)
        ) as pool:
            found = list(pool.map(run, range(arguments.runs), chunksize=5))
        for name in SETTINGS:
            accuracy = np.array([one[name][0] for one in found])
            cpu = float(np.mean([one[name][1] for one in found]))
            mean, sd = accuracy.mean(), accuracy.std(ddof=1)
            print(
                f"| {kind} | {name} | {len(found)} | {mean:.4f} | {sd:.4f} | "
                f"{accuracy.min():.4f} | {mean - 4 * sd:.4f} | {cpu:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
