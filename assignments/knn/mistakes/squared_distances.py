"""Distances: the root is forgotten."""

import numpy as np

FUNCTIONS = [
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops",
]
RESULT = None
TITLE = {
    "en": "The root is forgotten: these are squared distances",
    "ru": "Забыт корень: это квадраты расстояний",
}
HINT = {
    "en": "The Euclidean distance is the root of the sum of squares; yours are the sums "
    "themselves. The order of the neighbours is the same, and so predictions hide the mistake: "
    "check on a triangle with sides 3, 4, 5.",
    "ru": "Евклидово расстояние — корень из суммы квадратов, а у вас сама сумма. Порядок "
    "соседей при этом тот же, и предсказания ошибку не выдают: проверьте на треугольнике со "
    "сторонами 3, 4, 5.",
}
CAUGHT_BY = ["distances/*", "cifar10/test_distances"]


def one(self, X):
    X, X_train = X.astype(float), self.X_train.astype(float)
    dists = np.zeros((len(X), len(X_train)))
    for i in range(len(X)):
        dists[i] = np.sum((X_train - X[i]) ** 2, axis=1)
    return dists


def two(self, X):
    X, T = np.asarray(X, dtype=np.float64), np.asarray(self.X_train, dtype=np.float64)
    squares = (X * X).sum(1, keepdims=True) + (T * T).sum(1) - 2 * X.dot(T.T)
    return np.maximum(squares, 0)


def three(self, X):
    rows = []
    for x in X:
        differences = [x.astype(float) - t.astype(float) for t in self.X_train]
        rows.append([difference @ difference for difference in differences])
    return np.array(rows)
