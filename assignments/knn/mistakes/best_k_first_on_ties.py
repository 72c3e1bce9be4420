"""best_k: of several k with the highest mean, the first in the dict."""

import numpy as np

FUNCTIONS = ["cross_validation.best_k"]
RESULT = None
TITLE = {
    "en": "A tie goes to the k that stands first",
    "ru": "При равенстве берётся k, которое стоит первым",
}
HINT = {
    "en": "Of several k with the highest mean the smallest is asked for, and yours is the one "
    "that stands first in the dict, whatever the order. Go through sorted(accuracies).",
    "ru": "Из нескольких k с наибольшим средним нужно наименьшее, а у вас то, что стоит в "
    "словаре первым, каким бы ни был порядок. Перебирайте sorted(accuracies).",
}
CAUGHT_BY = ["cross_validation/test_best_k_ties"]


def one(accuracies):
    return max(accuracies, key=lambda k: np.mean(accuracies[k]))


def two(accuracies):
    ks = list(accuracies)
    table = np.array([accuracies[k] for k in ks], dtype=float)
    return ks[int(np.argmax(table.mean(axis=1)))]


def three(accuracies):
    best, best_mean = None, -1.0
    for k, values in accuracies.items():
        mean = sum(values) / len(values)
        if mean > best_mean:
            best, best_mean = k, mean
    return best
