"""best_k: the k with the lowest mean accuracy."""

import numpy as np

FUNCTIONS = ["cross_validation.best_k"]
RESULT = None
TITLE = {
    "en": "The k with the lowest accuracy is chosen",
    "ru": "Выбрано k с наименьшей точностью",
}
HINT = {
    "en": "You return the k whose mean accuracy is the lowest: min in place of max, or the "
    "first after sorting in rising order. Only errors are to be minimized.",
    "ru": "Вы возвращаете k с наименьшей средней точностью: min вместо max или первый элемент "
    "после сортировки по возрастанию. Минимизируют ошибку, а точность — наоборот.",
}
CAUGHT_BY = ["cross_validation/test_best_k", "cross_validation/test_best_k_ties"]


def one(accuracies):
    return min(sorted(accuracies), key=lambda k: np.mean(accuracies[k]))


def two(accuracies):
    ks = np.array(sorted(accuracies))
    means = np.array([np.mean(accuracies[k]) for k in ks.tolist()])
    return int(ks[np.argsort(means, kind="stable")[0]])


def three(accuracies):
    best, best_mean = None, np.inf
    for k, values in sorted(accuracies.items()):
        mean = sum(values) / len(values)
        if mean < best_mean:
            best, best_mean = k, mean
    return best
