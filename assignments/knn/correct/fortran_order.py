"""Results in Fortran order, views, and labels as floats."""

import numpy as np

FUNCTIONS = {
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops": "two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop": "one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops": "no_loops",
    "k_nearest_neighbor.KNearestNeighbor.predict_labels": "predict_labels",
    "k_nearest_neighbor.KNearestNeighbor.predict": "predict",
}
TITLE = {
    "en": "Fortran order, views, labels as floats",
    "ru": "Порядок Fortran, срезы, метки float",
}


def two_loops(self, X):
    dists = np.zeros((len(X), len(self.X_train)), order="F")
    for i, j in np.ndindex(*dists.shape):
        dists[i, j] = np.hypot.reduce(X[i].astype(float) - self.X_train[j])
    return dists


def one_loop(self, X):
    dists = np.zeros((len(self.X_train), len(X)))
    for i in range(len(X)):
        dists[:, i] = np.linalg.norm(self.X_train.astype(float) - X[i], axis=1)
    return dists.T


def no_loops(self, X):
    both = np.asfortranarray(np.vstack([X, self.X_train]), dtype=float)
    norms = np.sum(both * both, axis=1)
    X, X_train = np.split(both, [len(X)])
    squares = np.add.outer(norms[: len(X)], norms[len(X) :]) - 2 * X @ X_train.T
    return np.asfortranarray(np.sqrt(np.where(squares > 0, squares, 0)))


def predict_labels(self, dists, k=1):
    table = np.zeros((len(dists), 2))
    for i in range(len(dists)):
        nearest = self.y_train[np.argsort(dists[i])][:k]
        table[i, 0] = np.bincount(nearest).argmax()
    return table[:, 0]


def predict(self, X, k=1, num_loops=0):
    compute = {
        0: self.compute_distances_no_loops,
        1: self.compute_distances_one_loop,
        2: self.compute_distances_two_loops,
    }.get(num_loops)
    if compute is None:
        raise ValueError(num_loops)
    return self.predict_labels(np.asfortranarray(compute(X)), k)
