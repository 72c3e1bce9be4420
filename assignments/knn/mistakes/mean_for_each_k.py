"""cross_validate_k: one mean for each k, not an accuracy for each fold."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "The accuracies of the folds are averaged too early",
    "ru": "Точности по блокам усреднены слишком рано",
}
HINT = {
    "en": "For each k the dict must hold the accuracy on every fold; yours holds their mean. "
    "The single values show how much the mean can be trusted, and best_k takes the mean itself.",
    "ru": "Для каждого k в словаре должны быть точности на всех блоках, а у вас их среднее. По "
    "отдельным значениям видно, насколько среднему можно верить, а усредняет их best_k.",
}
CAUGHT_BY = [
    "cross_validation/test_accuracies",
    "cross_validation/test_your_classifier",
    "cifar10/test_cross_validation",
]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    means = {}
    for k in k_choices:
        accuracies = []
        for fold in np.array_split(np.arange(len(X)), num_folds):
            labels = classify(np.delete(X, fold, axis=0), np.delete(y, fold), X[fold], k)
            accuracies.append(np.mean(labels == y[fold]))
        means[k] = np.mean(accuracies)
    return means


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    folds = np.array_split(np.arange(len(y)), num_folds)
    means = dict.fromkeys(k_choices, 0.0)
    for i, fold in enumerate(folds):
        rest = np.concatenate(folds[:i] + folds[i + 1 :])
        for k in k_choices:
            share = np.sum(ask(X[rest], y[rest], X[fold], k) == y[fold]) / len(fold)
            means[k] += share / num_folds
    return means


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    X_folds, y_folds = np.array_split(X, num_folds), np.array_split(y, num_folds)

    def accuracy(k, i):
        X_train = np.vstack([X_folds[j] for j in range(num_folds) if j != i])
        y_train = np.hstack([y_folds[j] for j in range(num_folds) if j != i])
        return 1 - np.mean(classify(X_train, y_train, X_folds[i], k) != y_folds[i])

    table = np.array([[accuracy(k, i) for k in k_choices] for i in range(num_folds)])
    return dict(zip(k_choices, table.mean(axis=0).tolist(), strict=True))
