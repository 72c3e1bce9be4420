"""cross_validate_k: a key for each fold, not for each k."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "The keys are the folds, not the values of k",
    "ru": "Ключи — номера блоков, а не значения k",
}
HINT = {
    "en": "The dict must have a key for each k, and for it the accuracies of all folds; yours "
    "has a key for each fold, and for it the accuracies of all k. The order of your loops does "
    "not matter, only where the accuracy is put.",
    "ru": "В словаре должен быть ключ для каждого k, а под ним — точности на всех блоках; у вас "
    "ключ для каждого блока, а под ним точности для всех k. Порядок циклов не важен, важно, "
    "куда записана точность.",
}
CAUGHT_BY = [
    "cross_validation/test_accuracies",
    "cross_validation/test_your_classifier",
    "cifar10/test_cross_validation",
]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    accuracies = {}
    for i, fold in enumerate(np.array_split(np.arange(len(X)), num_folds)):
        accuracies[i] = []
        for k in k_choices:
            labels = classify(np.delete(X, fold, axis=0), np.delete(y, fold), X[fold], k)
            accuracies[i].append(np.mean(labels == y[fold]))
    return accuracies


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    folds = np.array_split(np.arange(len(y)), num_folds)
    table = np.zeros((len(k_choices), num_folds))
    for i, fold in enumerate(folds):
        rest = np.concatenate(folds[:i] + folds[i + 1 :])
        for row, k in enumerate(k_choices):
            table[row, i] = np.sum(ask(X[rest], y[rest], X[fold], k) == y[fold]) / len(fold)
    return dict(enumerate(table.T))


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    X_folds, y_folds = np.array_split(X, num_folds), np.array_split(y, num_folds)

    def accuracy(k, i):
        X_train = np.vstack([X_folds[j] for j in range(num_folds) if j != i])
        y_train = np.hstack([y_folds[j] for j in range(num_folds) if j != i])
        return 1 - np.mean(classify(X_train, y_train, X_folds[i], k) != y_folds[i])

    return {i: [accuracy(k, i) for k in k_choices] for i in range(num_folds)}
