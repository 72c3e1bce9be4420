"""best_k: the mean is taken over the k, not over the folds."""

import numpy as np

FUNCTIONS = ["cross_validation.best_k"]
RESULT = None
TITLE = {
    "en": "The mean is taken along the wrong axis",
    "ru": "Среднее взято не по той оси",
}
HINT = {
    "en": "In a table with a row for each k, the mean over axis 0 is one number for each fold, "
    "and its argmax is the number of a fold. The mean over the folds is axis=1: one number for "
    "each k.",
    "ru": "В таблице, где строка — это k, среднее по оси 0 даёт по числу на каждый блок, и "
    "argmax от него — номер блока. Среднее по блокам — это axis=1: по числу на каждое k.",
}
CAUGHT_BY = ["cross_validation/test_best_k", "cross_validation/test_best_k_ties"]


def one(accuracies):
    ks = sorted(accuracies)
    table = np.array([accuracies[k] for k in ks])
    return ks[np.argmax(np.mean(table, axis=0))]


def two(accuracies):
    ks, sums = sorted(accuracies), None
    for k in ks:
        values = np.asarray(accuracies[k], dtype=float)
        sums = values if sums is None else sums + values
    return ks[sums.tolist().index(sums.max())]


def three(accuracies):
    ks = sorted(accuracies)
    columns = zip(*(accuracies[k] for k in ks), strict=True)
    means = [sum(column) / len(ks) for column in columns]
    return ks[max(range(len(means)), key=means.__getitem__)]
