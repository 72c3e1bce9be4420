"""best_k: the highest mean accuracy itself, not its k."""

import numpy as np

FUNCTIONS = ["cross_validation.best_k"]
RESULT = None
TITLE = {
    "en": "The accuracy is returned, not its k",
    "ru": "Возвращена точность, а не k",
}
HINT = {
    "en": "You return the highest mean itself. Asked for is the k that has it: keep both "
    "together, or use max(..., key=...) over the k.",
    "ru": "Вы возвращаете само наибольшее среднее. Нужно k, у которого оно достигается: храните "
    "их вместе или берите max(..., key=...) по k.",
}
CAUGHT_BY = ["cross_validation/test_best_k", "cross_validation/test_best_k_ties"]


def one(accuracies):
    return max(np.mean(values) for values in accuracies.values())


def two(accuracies):
    table = np.array(list(accuracies.values()), dtype=float)
    return table.mean(axis=1).max()


def three(accuracies):
    best = 0.0
    for values in accuracies.values():
        best = max(best, sum(values) / len(values))
    return best
