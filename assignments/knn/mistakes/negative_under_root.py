"""Distances without loops: rounding below 0 is not caught before the root."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops"]
RESULT = None
TITLE = {
    "en": "NaN where two examples are equal",
    "ru": "NaN там, где примеры совпадают",
}
HINT = {
    "en": "|x|² - 2 x·t + |t|² of two equal examples is 0 only in exact arithmetic: rounding "
    "may leave a tiny negative number, whose root is NaN. Take np.maximum(squares, 0) before "
    "np.sqrt.",
    "ru": "Для двух одинаковых примеров |x|² - 2 x·t + |t|² равно нулю лишь в точной "
    "арифметике: после округления может остаться крошечное отрицательное число, а корень из "
    "него — NaN. Перед np.sqrt возьмите np.maximum(squares, 0).",
}
CAUGHT_BY = ["distances/test_no_loops_identical"]


def shows(facts):
    if "nan" not in facts:
        return None
    return facts["nan"] and facts["right_elsewhere"]


def one(self, X):
    X, T = X.astype(float), self.X_train.astype(float)
    norms, train_norms = np.sum(X**2, axis=1), np.sum(T**2, axis=1)
    return np.sqrt(norms[:, np.newaxis] - 2 * X @ T.T + train_norms)


def two(self, X):
    queries, train = np.asarray(X, dtype=float), np.asarray(self.X_train, dtype=float)
    squares = -2 * np.dot(queries, train.T)
    squares += np.square(queries).sum(axis=1, keepdims=True)
    squares += np.square(train).sum(axis=1, keepdims=True).T
    return squares**0.5


def three(self, X):
    A, B = X.astype(float), self.X_train.astype(float)
    return np.sqrt(
        np.linalg.norm(A, axis=1).reshape(-1, 1) ** 2
        + np.linalg.norm(B, axis=1) ** 2
        - 2 * np.einsum("id,jd->ij", A, B)
    )
