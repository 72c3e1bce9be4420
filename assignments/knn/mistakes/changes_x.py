"""Distances: X, the caller's array, is changed in place."""

import numpy as np

FUNCTIONS = [
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops",
]
RESULT = None
TITLE = {
    "en": "The argument X is changed in place",
    "ru": "Аргумент X изменён на месте",
}
HINT = {
    "en": "The distances are right, but afterwards X is not what it was: the caller's array was "
    "changed (with -=, *= or out=). X.astype(float, copy=False) and np.asarray give the same "
    "array, not a copy.",
    "ru": "Расстояния верны, но X после вызова уже не тот: массив вызывающей стороны изменён "
    "(через -=, *= или out=). X.astype(float, copy=False) и np.asarray возвращают тот же самый "
    "массив, а не копию.",
}
CAUGHT_BY = ["distances/test_*_unchanged"]


def shows(facts):
    if "changed" not in facts:
        return None
    return facts["changed"]


def one(self, X):
    X = X.astype(float, copy=False)
    mean = np.mean(X, axis=0)
    X -= mean
    T = self.X_train - mean
    squares = np.sum(X**2, axis=1)[:, np.newaxis] - 2 * X @ T.T + np.sum(T**2, axis=1)
    return np.sqrt(np.maximum(squares, 0))


def two(self, X):
    queries, train = np.asarray(X, dtype=np.float64), self.X_train.astype(np.float64)
    products = queries @ train.T
    np.square(queries, out=queries)
    squares = queries.sum(axis=1).reshape(-1, 1) - 2 * products + (train**2).sum(axis=1)
    return np.sqrt(np.clip(squares, 0, None))


def three(self, X):
    floats, squares = np.asarray(X, dtype=float), 0
    for d in range(X.shape[1]):  # one feature at a time
        squares = squares + (floats[:, [d]] - self.X_train[:, d]) ** 2
        floats[:, d] = 0  # done
    return squares**0.5
