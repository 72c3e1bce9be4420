"""cross_validate_k: rows that do not divide evenly among the folds are dropped."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "The rows that do not divide evenly are dropped",
    "ru": "Строки, которые не делятся на блоки поровну, отброшены",
}
HINT = {
    "en": "N // num_folds rows a fold leave a remainder, and yours is neither validated nor "
    "trained on. np.array_split gives the first folds one row more.",
    "ru": "Если брать в каждый блок N // num_folds строк, останется остаток, и у вас он не "
    "участвует ни в проверке, ни в обучении. np.array_split добавляет по одной строке первым "
    "блокам.",
}
CAUGHT_BY = [
    "cross_validation/test_accuracies",
    "cross_validation/test_folds",
    "cross_validation/test_training_rows",
]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    size = len(X) // num_folds
    X, y = X[: size * num_folds], y[: size * num_folds]
    accuracies = {}
    for k in k_choices:
        accuracies[k] = []
        for start in range(0, len(X), size):
            fold = np.arange(start, start + size)
            labels = classify(np.delete(X, fold, axis=0), np.delete(y, fold), X[fold], k)
            accuracies[k].append(np.mean(labels == y[fold]))
    return accuracies


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    folds = np.arange(len(y) - len(y) % num_folds).reshape(num_folds, -1)
    accuracies = {k: [] for k in k_choices}
    for i, fold in enumerate(folds):
        rest = np.concatenate([folds[:i].ravel(), folds[i + 1 :].ravel()])
        for k in k_choices:
            right = ask(X[rest], y[rest], X[fold], k) == y[fold]
            accuracies[k].append(np.sum(right) / len(fold))
    return accuracies


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    per_fold = int(len(X) / num_folds)
    X_folds = [X[i * per_fold : (i + 1) * per_fold] for i in range(num_folds)]
    y_folds = [y[i * per_fold : (i + 1) * per_fold] for i in range(num_folds)]

    def accuracy(k, i):
        X_train = np.vstack([X_folds[j] for j in range(num_folds) if j != i])
        y_train = np.hstack([y_folds[j] for j in range(num_folds) if j != i])
        return (classify(X_train, y_train, X_folds[i], k) == y_folds[i]).mean()

    return {k: [accuracy(k, i) for i in range(num_folds)] for k in k_choices}
