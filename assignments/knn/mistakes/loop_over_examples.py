"""Distances without loops: there is a Python loop after all."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.compute_distances_no_loops"]
RESULT = None
TITLE = {
    "en": "A Python loop over the examples",
    "ru": "Цикл Python по примерам",
}
HINT = {
    "en": "The result is right, but a Python loop runs over the examples: np.apply_along_axis "
    "and list comprehensions are loops, too. |x - t|² = |x|² - 2 x·t + |t|² needs one product "
    "of matrices for all pairs, and that is 100 times faster here.",
    "ru": "Результат верен, но по примерам идёт цикл Python: np.apply_along_axis и генераторы "
    "списков — тоже циклы. Для |x - t|² = |x|² - 2 x·t + |t|² на все пары хватает одного "
    "умножения матриц, и здесь это в 100 раз быстрее.",
}
CAUGHT_BY = ["distances/test_no_loops_speed"]


def shows(facts):
    if "times_slower" not in facts:
        return None
    return facts["times_slower"] > 30


def one(self, X):
    X, X_train = X.astype(float), self.X_train.astype(float)
    dists = np.zeros((len(X), len(X_train)))
    for i in range(len(X)):
        dists[i] = np.sqrt(np.sum((X_train - X[i]) ** 2, axis=1))
    return dists


def two(self, X):
    queries = np.asarray(X, dtype=np.float64)
    columns = [np.linalg.norm(queries - t, axis=1) for t in self.X_train]
    return np.stack(columns, axis=1)


def three(self, X):
    train = np.array(self.X_train, dtype=float)

    def distances_of(x):
        differences = train - x
        return np.sqrt(np.einsum("jd,jd->j", differences, differences))

    return np.apply_along_axis(distances_of, 1, np.array(X, dtype=float))
