"""Distances: self.X_train is changed in place, so a second call is wrong."""

import numpy as np

FUNCTIONS = [
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_one_loop",
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops",
]
RESULT = None
TITLE = {
    "en": "The training examples are changed in place",
    "ru": "Обучающие примеры изменены на месте",
}
HINT = {
    "en": "The first call is right and the second is not: your function changes self.X_train "
    "(with -=, *= or out=). A function that measures must leave its data alone; work on a copy.",
    "ru": "Первый вызов верен, а второй нет: ваша функция меняет self.X_train (через -=, *= или "
    "out=). Функция, которая только измеряет, не должна портить данные; работайте с копией.",
}
CAUGHT_BY = ["distances/test_*_unchanged"]


def shows(facts):
    if "right_again" not in facts:
        return None
    return facts["right_first"] and not facts["right_again"]


def one(self, X):
    self.X_train = self.X_train.astype(float)
    mean = np.mean(self.X_train, axis=0)
    self.X_train -= mean
    X, X_train = X - mean, self.X_train
    squares = np.sum(X**2, axis=1)[:, np.newaxis] - 2 * X @ X_train.T + np.sum(X_train**2, axis=1)
    return np.sqrt(np.maximum(squares, 0))


def two(self, X):
    X, train = X.astype(np.float64), self.X_train.astype(np.float64)
    self.X_train = train  # the same array
    products = X @ train.T
    train *= train
    squares = (X * X).sum(axis=1)[:, None] + train.sum(axis=1) - 2 * products
    return np.sqrt(np.maximum(squares, 0))


def three(self, X):
    queries, train = np.array(X, dtype=float), np.array(self.X_train, dtype=float)
    self.X_train = train  # the same array
    norms = np.einsum("jd,jd->j", train, train)
    np.multiply(train, -2, out=train)
    squares = np.einsum("id,id->i", queries, queries)[:, None] + queries @ train.T + norms
    return squares.clip(min=0) ** 0.5
