"""Distances: computed in uint8, where differences, squares and products wrap."""

import numpy as np

FUNCTIONS = [
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops",
]
RESULT = None
TITLE = {
    "en": "uint8 pixels are not made floats",
    "ru": "Пиксели uint8 не переведены в числа с плавающей точкой",
}
HINT = {
    "en": "Your distances are right for floats and wrong for the same numbers as uint8: there 3 "
    "- 5 is 254 and 16 * 16 is 0, without a warning. Make floats of both X and self.X_train "
    "before you subtract, square or multiply.",
    "ru": "Для чисел с плавающей точкой расстояния верны, а для тех же чисел в uint8 — нет: в "
    "этом типе 3 - 5 равно 254, а 16 * 16 равно 0, и никакого предупреждения. Переведите X и "
    "self.X_train в float до вычитания, возведения в квадрат и умножения.",
}
CAUGHT_BY = ["distances/test_*_pixels"]


def shows(facts):
    if "right_pixels" not in facts:
        return None
    return facts["right_floats"] and not facts["right_pixels"]


def one(self, X):
    return np.sqrt(np.sum((X[:, np.newaxis] - self.X_train) ** 2, axis=2))


def two(self, X):
    differences = np.subtract.outer(X[:, 0], self.X_train[:, 0])
    squares = differences * differences
    for d in range(1, X.shape[1]):
        differences = np.subtract.outer(X[:, d], self.X_train[:, d])
        squares = squares + differences * differences
    return squares.astype(float) ** 0.5


def three(self, X):
    norms = np.sum(X**2, axis=1).reshape(-1, 1) + np.sum(self.X_train**2, axis=1)
    return np.sqrt(np.maximum(norms - 2.0 * X.dot(self.X_train.T), 0))
