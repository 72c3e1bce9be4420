"""Distances without loops: + 2 x·t in place of - 2 x·t."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops"]
RESULT = None
TITLE = {
    "en": "The cross term has the wrong sign",
    "ru": "У смешанного члена не тот знак",
}
HINT = {
    "en": "|x - t|² = |x|² - 2 x·t + |t|²: the product is subtracted. With a plus you get the "
    "length of x + t. Test on one point and itself: the distance must be 0.",
    "ru": "|x - t|² = |x|² - 2 x·t + |t|²: произведение вычитается. С плюсом получается длина x "
    "+ t. Проверьте расстояние от точки до неё самой: оно равно 0.",
}
CAUGHT_BY = ["distances/*", "cifar10/test_distances"]


def one(self, X):
    X, T = X.astype(float), self.X_train.astype(float)
    squares = np.sum(X**2, axis=1)[:, np.newaxis] + 2 * X @ T.T + np.sum(T**2, axis=1)
    return np.sqrt(np.maximum(squares, 0))


def two(self, X):
    train = np.array(self.X_train, dtype=np.float64)
    lengths = [np.linalg.norm(train + row, axis=1) for row in np.array(X, dtype=np.float64)]
    return np.stack(lengths)


def three(self, X):
    X, X_train = X.astype(float), self.X_train.astype(float)
    dots = np.einsum("id,jd->ij", X, X_train)
    own = np.einsum("id,id->i", X, X).reshape(-1, 1)
    others = np.einsum("jd,jd->j", X_train, X_train).reshape(1, -1)
    return np.clip(own + others + dots + dots, 0, np.inf) ** 0.5
