"""cross_validate_k: the number of right labels, not their share."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "Right labels are counted, but not divided by the fold's size",
    "ru": "Верные метки посчитаны, но не поделены на размер блока",
}
HINT = {
    "en": "The accuracy is a share, from 0 to 1: np.mean(labels == y), not np.sum. Folds may "
    "differ in size, so counts cannot be compared.",
    "ru": "Точность — это доля, от 0 до 1: np.mean(labels == y), а не np.sum. Размеры блоков "
    "бывают разными, и сравнивать количества нельзя.",
}
CAUGHT_BY = [
    "cross_validation/test_accuracies",
    "cross_validation/test_your_classifier",
    "cifar10/test_cross_validation",
]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    counts = {}
    for k in k_choices:
        counts[k] = []
        for fold in np.array_split(np.arange(len(X)), num_folds):
            labels = classify(np.delete(X, fold, axis=0), np.delete(y, fold), X[fold], k)
            counts[k].append(np.sum(labels == y[fold]))
    return counts


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    folds = np.array_split(np.arange(len(y)), num_folds)
    found = {k: np.zeros(num_folds, dtype=int) for k in k_choices}
    for i, fold in enumerate(folds):
        rest = np.concatenate(folds[:i] + folds[i + 1 :])
        for k in k_choices:
            for label, right in zip(ask(X[rest], y[rest], X[fold], k), y[fold], strict=True):
                found[k][i] += int(label) == int(right)
    return found


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    X_folds, y_folds = np.array_split(X, num_folds), np.array_split(y, num_folds)

    def right(k, i):
        X_train = np.vstack([X_folds[j] for j in range(num_folds) if j != i])
        y_train = np.hstack([y_folds[j] for j in range(num_folds) if j != i])
        wrong = np.count_nonzero(classify(X_train, y_train, X_folds[i], k) - y_folds[i])
        return float(len(y_folds[i]) - wrong)

    return {k: [right(k, i) for i in range(num_folds)] for k in k_choices}
