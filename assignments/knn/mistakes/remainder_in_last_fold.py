"""cross_validate_k: the last fold takes all that does not divide evenly."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "The last fold takes the whole remainder",
    "ru": "Весь остаток попал в последний блок",
}
HINT = {
    "en": "With N // num_folds rows a fold and the rest in the last one, the folds differ by up "
    "to num_folds - 1 rows. np.array_split gives the first folds one row more, and they differ "
    "by one at most.",
    "ru": "Если в каждый блок взять N // num_folds строк, а остаток отдать последнему, размеры "
    "блоков различаются вплоть до num_folds - 1. np.array_split добавляет по одной строке "
    "первым блокам, и разница не больше единицы.",
}
CAUGHT_BY = ["cross_validation/test_accuracies", "cross_validation/test_folds"]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    size = len(X) // num_folds
    accuracies = {}
    for k in k_choices:
        accuracies[k] = []
        for i in range(num_folds):
            end = len(X) if i == num_folds - 1 else (i + 1) * size
            fold = np.arange(i * size, end)
            labels = classify(np.delete(X, fold, axis=0), np.delete(y, fold), X[fold], k)
            accuracies[k].append(np.mean(labels == y[fold]))
    return accuracies


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    size = len(y) // num_folds
    folds = np.split(np.arange(len(y)), [size * i for i in range(1, num_folds)])
    accuracies = {k: [] for k in k_choices}
    for i, fold in enumerate(folds):
        rest = np.concatenate(folds[:i] + folds[i + 1 :])
        for k in k_choices:
            right = ask(X[rest], y[rest], X[fold], k) == y[fold]
            accuracies[k].append(np.sum(right) / len(fold))
    return accuracies


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    fold_of = np.minimum(np.arange(len(y)) // (len(y) // num_folds), num_folds - 1)

    def accuracy(k, fold):
        validation = fold_of == fold
        labels = classify(X[~validation], y[~validation], X[validation], k)
        return (labels == y[validation]).mean()

    return {k: [accuracy(k, fold) for fold in range(num_folds)] for k in k_choices}
