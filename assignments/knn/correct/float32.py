"""Distances in float32; |.| in place of a maximum where rounding went below 0."""

import numpy as np

FUNCTIONS = {
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops": "two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop": "one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops": "no_loops",
    "cross_validation.cross_validate_k": "cross_validate_k",
}
TITLE = {"en": "Everything in float32", "ru": "Всё в float32"}


def two_loops(self, X):
    X, X_train = np.float32(X), np.float32(self.X_train)
    dists = np.zeros((len(X), len(X_train)), dtype=np.float32)
    for i, j in np.ndindex(dists.shape):
        dists[i, j] = np.sqrt(np.sum(np.square(X[i] - X_train[j])))
    return dists


def one_loop(self, X):
    X, X_train = np.float32(X), np.float32(self.X_train)
    dists = np.zeros((len(X), len(X_train)), dtype=np.float32)
    for i in range(len(X)):
        dists[i] = np.sqrt(np.sum(np.square(X_train - X[i]), axis=1))
    return dists


def no_loops(self, X):
    X, X_train = X.astype(np.float32), self.X_train.astype(np.float32)
    squares = (X**2).sum(axis=1, keepdims=True) + (X_train**2).sum(axis=1)
    return np.sqrt(np.abs(squares - 2 * X.dot(X_train.T)))


def cross_validate_k(X, y, k_choices, num_folds, classify=None):
    import cross_validation  # noqa: PLC0415  (it may be importing this file)

    classify = classify or cross_validation.knn_labels
    accuracies = {k: np.zeros(num_folds, dtype=np.float32) for k in k_choices}
    X_folds, y_folds = np.array_split(X, num_folds), np.array_split(y, num_folds)
    for i in range(num_folds):  # the folds outside, the k inside
        X_train = np.concatenate(X_folds[:i] + X_folds[i + 1 :])
        y_train = np.concatenate(y_folds[:i] + y_folds[i + 1 :])
        for k in k_choices:
            accuracies[k][i] = np.mean(classify(X_train, y_train, X_folds[i], k) == y_folds[i])
    return accuracies
