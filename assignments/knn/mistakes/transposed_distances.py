"""Distances: rows and columns are swapped."""

import numpy as np

FUNCTIONS = [
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops",
]
RESULT = None
TITLE = {
    "en": "dists is transposed",
    "ru": "dists транспонирована",
}
HINT = {
    "en": "dists must be (num_test, num_train): a row for each example that is classified, a "
    "column for each training example. Yours is the other way round. Test with more training "
    "examples than others, so that the shape tells.",
    "ru": "Форма dists — (num_test, num_train): строка на каждый классифицируемый пример, "
    "столбец на каждый обучающий. У вас наоборот. Проверяйте на выборках разного размера: тогда "
    "ошибку видно по форме.",
}
CAUGHT_BY = [
    "distances/test_*_by_hand",
    "distances/test_*_random",
    "distances/test_*_pixels",
    "distances/test_*_unchanged",
    "distances/test_*_speed",
    "cifar10/test_distances",
]


def one(self, X):
    X, X_train = X.astype(float), self.X_train.astype(float)
    dists = np.zeros((len(X_train), len(X)))
    for i in range(len(X)):
        dists[:, i] = np.sqrt(np.sum((X_train - X[i]) ** 2, axis=1))
    return dists


def two(self, X):
    queries, train = X.astype(np.float64), self.X_train.astype(np.float64)
    dists = []
    for j in range(train.shape[0]):
        row = [np.linalg.norm(queries[i] - train[j]) for i in range(queries.shape[0])]
        dists.append(row)
    return np.array(dists)


def three(self, X):
    T, Q = np.asarray(self.X_train, dtype=float), np.asarray(X, dtype=float)
    squares = np.einsum("td,td->t", T, T)[:, np.newaxis] + np.einsum("qd,qd->q", Q, Q)
    return np.sqrt(np.maximum(squares - 2 * np.einsum("td,qd->tq", T, Q), 0))
