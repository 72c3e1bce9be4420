"""Mistakes and correct variants of knn, put to work beside the reference in this process.

A case is a function of the assignment with arguments: `case(implementation)` calls that
implementation as the assignment's function, on an object of its own where it is a method.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import numpy as np

from tests.modules import import_folder

ROOT = Path(__file__).parents[3]
ASSIGNMENT = ROOT / "assignments" / "knn"
REFERENCE = import_folder(ROOT / "reference" / "knn")
CLASS = "k_nearest_neighbor.KNearestNeighbor"

Implementation = Callable[..., Any]
Case = Callable[[Implementation], Any]


def load(path: Path) -> SimpleNamespace:
    """The names of a mistake or a variant, whose imports find the reference."""
    names: dict[str, Any] = {"__name__": path.stem}
    with mock.patch.dict(sys.modules, vars(REFERENCE)):
        exec(compile(path.read_text(encoding="utf-8"), path, "exec"), names)
    return SimpleNamespace(**names)


def reference(function: str) -> Implementation:
    """The reference's own `module.function` or `module.Class.method`."""
    module, *names = function.split(".")
    found: Any = getattr(REFERENCE, module)
    for name in names:
        found = getattr(found, name)
    return found


def equal(one: Any, other: Any) -> bool:
    """Whether two results are the same within 1e-6, in shape and keys too."""
    if isinstance(one, dict) and isinstance(other, dict):
        same_keys = {int(k) for k in one} == {int(k) for k in other}
        return same_keys and all(equal(one[k], other[k]) for k in one)
    if isinstance(one, dict) or isinstance(other, dict):
        return False
    one, other = np.asarray(one), np.asarray(other)
    return one.shape == other.shape and np.allclose(one, other, rtol=1e-6, atol=1e-6)


def trained(X_train: np.ndarray, y_train: np.ndarray) -> Any:
    """A classifier of the reference's."""
    model = REFERENCE.k_nearest_neighbor.KNearestNeighbor()
    model.train(X_train, y_train)
    return model


def cases(function: str, count: int = 200) -> Iterator[Case]:
    """Random cases of a function, the same at each call."""
    rng = np.random.default_rng(0)
    name = function.rpartition(".")[2]
    make = MAKERS.get(name, distances_case)
    return (make(rng) for _ in range(count))


def distances_case(rng: np.random.Generator) -> Case:
    num_train, num_test, D = rng.integers(1, 7, size=3)
    X_train, X = rng.normal(size=(num_train, D)), rng.normal(size=(num_test, D))
    if rng.random() < 0.3:
        X_train, X = (np.uint8(255 * rng.random(points.shape)) for points in (X_train, X))
    return lambda implementation: implementation(trained(X_train.copy(), None), X.copy())


def labels_case(rng: np.random.Generator) -> Case:
    num_train, num_test = rng.integers(1, 12), rng.integers(1, 5)
    y_train = rng.choice([0, 1, 2, 3, 7, 40], size=num_train)
    dists = rng.permuted(np.tile(np.arange(1.0, num_train + 1), (num_test, 1)), axis=1)
    k = int(rng.integers(1, num_train + 1))
    model = trained(np.zeros((num_train, 1)), y_train)
    return lambda implementation: implementation(model, dists.copy(), k=k)


def predict_case(rng: np.random.Generator) -> Case:
    X_train, y_train = rng.normal(size=(12, 2)), rng.permutation(12)
    X, k, num_loops = rng.normal(size=(8, 2)), int(rng.integers(1, 13)), int(rng.integers(3))
    model = trained(X_train, y_train)
    for number, loops in enumerate(("no_loops", "one_loop", "two_loops")):
        dists = rng.random(size=(8, 12)) + number
        setattr(model, f"compute_distances_{loops}", lambda X, dists=dists: dists)
    return lambda implementation: implementation(model, X, k=k, num_loops=num_loops)


def folds_case(rng: np.random.Generator) -> Case:
    N = int(rng.integers(6, 25))
    num_folds = int(rng.integers(2, 6))
    X, y = rng.normal(size=(N, 2)), rng.integers(3, size=N)
    return lambda implementation: implementation(X, y, [4, 1], num_folds)


def accuracies_case(rng: np.random.Generator) -> Case:
    ks = rng.permutation(np.arange(1, 20))[: rng.integers(5, 10)].tolist()
    accuracies = {k: rng.choice([0.25, 0.5, 0.75], size=3).tolist() for k in ks}  # many ties
    return lambda implementation: implementation(accuracies)


MAKERS = {
    "predict_labels": labels_case,
    "predict": predict_case,
    "cross_validate_k": folds_case,
    "best_k": accuracies_case,
}
