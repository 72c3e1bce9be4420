"""Distances without loops: x·t is subtracted once, not twice."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops"]
RESULT = None
TITLE = {
    "en": "The factor 2 of the cross term is missing",
    "ru": "Пропущен множитель 2 в смешанном члене",
}
HINT = {
    "en": "|x - t|² = |x|² - 2 x·t + |t|²: the product is subtracted twice, you subtract it "
    "once. Test on one point and itself: the distance must be 0.",
    "ru": "|x - t|² = |x|² - 2 x·t + |t|²: произведение вычитается дважды, а у вас один раз. "
    "Проверьте расстояние от точки до неё самой: оно равно 0.",
}
CAUGHT_BY = ["distances/*", "cifar10/test_distances"]


def one(self, X):
    X, T = X.astype(float), self.X_train.astype(float)
    squares = np.sum(X**2, axis=1)[:, np.newaxis] - X @ T.T + np.sum(T**2, axis=1)
    return np.sqrt(np.maximum(squares, 0))


def two(self, X):
    queries, train = np.float64(X), np.float64(self.X_train)
    dists = np.zeros((queries.shape[0], train.shape[0]))
    for i, x in enumerate(queries):
        for j, t in enumerate(train):
            dists[i, j] = max(x.dot(x) + t.dot(t) - x.dot(t), 0) ** 0.5
    return dists


def three(self, X):
    both = np.concatenate([X, self.X_train]).astype(np.float64)
    gram = both @ both.T  # every product of two examples
    norms = np.diag(gram)
    squares = np.add.outer(norms, norms) - gram
    return np.sqrt(squares[: len(X), len(X) :].clip(min=0))
