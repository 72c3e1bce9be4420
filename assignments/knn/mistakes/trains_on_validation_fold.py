"""cross_validate_k: the validation fold is among the training rows."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "The validation fold leaks into the training set",
    "ru": "Проверочный блок попал в обучающую выборку",
}
HINT = {
    "en": "You train on all rows, those of the validation fold too: the nearest neighbour of an "
    "example is then itself, and k = 1 is always right. Leave the fold out before you train.",
    "ru": "Вы обучаетесь на всех строках, включая строки проверочного блока: тогда ближайший "
    "сосед примера — он сам, и k = 1 всегда даёт верный ответ. Исключите блок до обучения.",
}
CAUGHT_BY = [
    "cross_validation/test_accuracies",
    "cross_validation/test_your_classifier",
    "cifar10/test_cross_validation",
    "cross_validation/test_training_rows",
]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    accuracies = {}
    for k in k_choices:
        accuracies[k] = []
        for fold in np.array_split(np.arange(len(X)), num_folds):
            labels = classify(X, y, X[fold], k)
            accuracies[k].append(np.mean(labels == y[fold]))
    return accuracies


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    X_folds, y_folds = np.array_split(X, num_folds), np.array_split(y, num_folds)
    X_train, y_train = np.concatenate(X_folds), np.concatenate(y_folds)
    return {
        k: [
            np.sum(ask(X_train, y_train, X_fold, k) == y_fold) / len(y_fold)
            for X_fold, y_fold in zip(X_folds, y_folds, strict=True)
        ]
        for k in k_choices
    }


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    accuracies = {k: np.zeros(num_folds) for k in k_choices}
    rows = np.arange(len(y))
    for number, fold in enumerate(np.array_split(rows, num_folds)):
        others = np.setdiff1d(rows, fold)
        train = np.sort(np.r_[others, fold])
        for k in k_choices:
            right = np.equal(classify(X[train], y[train], X[fold], k), y[fold])
            accuracies[k][number] = right.mean()
    return accuracies
