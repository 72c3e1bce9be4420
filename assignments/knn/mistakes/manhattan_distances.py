"""Distances: L1 in place of L2."""

import numpy as np

FUNCTIONS = [
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops",
]
RESULT = None
TITLE = {
    "en": "These are Manhattan (L1) distances",
    "ru": "Это манхэттенские расстояния (L1)",
}
HINT = {
    "en": "You sum absolute differences, and that is the L1 distance; L2 sums squares and takes "
    "the root of the sum. Between (0, 0) and (3, 4) L1 is 7, L2 is 5. A root of each square "
    "before the sum gives L1, too.",
    "ru": "Вы суммируете модули разностей, а это расстояние L1; в L2 суммируют квадраты и берут "
    "корень из суммы. Между (0, 0) и (3, 4) расстояние L1 равно 7, а L2 — 5. Если взять корень "
    "из каждого квадрата до суммирования, тоже выйдет L1.",
}
CAUGHT_BY = ["distances/*", "cifar10/test_distances"]


def one(self, X):
    X, X_train = X.astype(float), self.X_train.astype(float)
    dists = np.zeros((len(X), len(X_train)))
    for i in range(len(X)):
        dists[i] = np.sum(np.abs(X_train - X[i]), axis=1)
    return dists


def two(self, X):
    X, X_train = np.float64(X), np.float64(self.X_train)
    num_test, num_train = X.shape[0], X_train.shape[0]
    dists = np.empty((num_test, num_train))
    for i in range(num_test):
        for j in range(num_train):
            dists[i, j] = np.linalg.norm(X[i] - X_train[j], ord=1)
    return dists


def three(self, X):
    dists = 0
    for d in range(X.shape[1]):  # one feature at a time
        column, row = X[:, [d]].astype(float), self.X_train[:, d].astype(float)
        dists = dists + np.sqrt((column - row) ** 2)
    return dists
