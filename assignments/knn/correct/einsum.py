"""Sums of products by einsum, and the square root as a power."""

import numpy as np

FUNCTIONS = {
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops": "two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop": "one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops": "no_loops",
}
TITLE = {"en": "Sums of products by einsum", "ru": "Суммы произведений через einsum"}


def two_loops(self, X):
    X, X_train = X.astype(float), self.X_train.astype(float)
    dists = np.zeros((len(X), len(X_train)))
    for j in range(len(X_train)):
        for i in range(len(X)):
            difference = X_train[j] - X[i]
            dists[i, j] = np.einsum("d,d->", difference, difference) ** 0.5
    return dists


def one_loop(self, X):
    X_train = self.X_train.astype(float)
    dists = np.zeros((len(X), len(X_train)))
    for i, x in enumerate(X):
        differences = X_train - x
        dists[i] = np.einsum("jd,jd->j", differences, differences) ** 0.5
    return dists


def no_loops(self, X):
    X, X_train = X.astype(float), self.X_train.astype(float)
    squares = -2 * np.einsum("id,jd->ij", X, X_train, optimize=True)
    squares += np.einsum("id,id->i", X, X)[:, None]
    squares += np.einsum("jd,jd->j", X_train, X_train)[None, :]
    return squares.clip(min=0) ** 0.5
