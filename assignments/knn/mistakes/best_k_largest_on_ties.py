"""best_k: of several k with the highest mean, the largest."""

import numpy as np

FUNCTIONS = ["cross_validation.best_k"]
RESULT = None
TITLE = {
    "en": "A tie goes to the larger k",
    "ru": "При равенстве берётся большее k",
}
HINT = {
    "en": "Of several k with the highest mean the smallest is asked for, and yours is the "
    "largest: >= in a loop over rising k replaces the best on a tie, and max over (mean, k) "
    "takes the largest k.",
    "ru": "Из нескольких k с наибольшим средним нужно наименьшее, а у вас наибольшее: >= в "
    "цикле по возрастанию k заменяет лучшее при равенстве, а max по парам (среднее, k) берёт "
    "наибольшее k.",
}
CAUGHT_BY = ["cross_validation/test_best_k_ties"]


def one(accuracies):
    return max(sorted(accuracies, reverse=True), key=lambda k: np.mean(accuracies[k]))


def two(accuracies):
    best, best_mean = None, -1.0
    for k in sorted(accuracies):
        mean = np.average(accuracies[k])
        if mean >= best_mean:
            best, best_mean = k, mean
    return best


def three(accuracies):
    pairs = [(sum(values) / len(values), k) for k, values in accuracies.items()]
    return sorted(pairs)[-1][1]
