"""Distances: the mean of the squares under the root, not their sum."""

import numpy as np

FUNCTIONS = [
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops",
]
RESULT = None
TITLE = {
    "en": "The squares are averaged, not summed",
    "ru": "Квадраты усреднены, а не просуммированы",
}
HINT = {
    "en": "Under the root is the sum of the squared differences, not their mean: yours is too "
    "small by the factor √D. With two features, (0, 0) and (3, 4) come out at 3.54 in place of "
    "5.",
    "ru": "Под корнем должна стоять сумма квадратов разностей, а не среднее: ваш результат "
    "меньше в √D раз. Для двух признаков между (0, 0) и (3, 4) получается 3,54 вместо 5.",
}
CAUGHT_BY = ["distances/*", "cifar10/test_distances"]


def one(self, X):
    X, X_train = X.astype(float), self.X_train.astype(float)
    dists = np.zeros((len(X), len(X_train)))
    for i in range(len(X)):
        dists[i] = np.sqrt(np.mean((X_train - X[i]) ** 2, axis=1))
    return dists


def two(self, X):
    A, B = np.asarray(X, float), np.asarray(self.X_train, float)
    squares = np.square(A).sum(axis=1)[:, None] - 2.0 * np.matmul(A, B.T)
    squares += np.square(B).sum(axis=1)[None, :]
    return np.sqrt(np.clip(squares, 0.0, None)) / np.sqrt(A.shape[1])


def three(self, X):
    num_features = X.shape[1]

    def distance(x, t):
        squares = [(float(x[d]) - float(t[d])) ** 2 for d in range(num_features)]
        return (sum(squares) / num_features) ** 0.5

    return np.array([[distance(x, t) for t in self.X_train] for x in X])
