"""cross_validate_k: trained on one fold, validated on all the others."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "Training set and validation set are swapped",
    "ru": "Обучающая и проверочная выборки перепутаны",
}
HINT = {
    "en": "You train on one fold and validate on all the others. It is the other way round: one "
    "fold validates, and as much as possible is left to learn from.",
    "ru": "Вы обучаетесь на одном блоке, а проверяете на всех остальных. Нужно наоборот: один "
    "блок — для проверки, а всё остальное — для обучения.",
}
CAUGHT_BY = [
    "cross_validation/test_accuracies",
    "cross_validation/test_your_classifier",
    "cifar10/test_cross_validation",
    "cross_validation/test_folds",
]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    accuracies = {}
    for k in k_choices:
        accuracies[k] = []
        for fold in np.array_split(np.arange(len(X)), num_folds):
            labels = classify(X[fold], y[fold], np.delete(X, fold, axis=0), k)
            accuracies[k].append(np.mean(labels == np.delete(y, fold)))
    return accuracies


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    X_folds, y_folds = np.array_split(X, num_folds), np.array_split(y, num_folds)
    accuracies = {k: [] for k in k_choices}
    for i in range(num_folds):
        X_validation = np.vstack(X_folds[:i] + X_folds[i + 1 :])
        y_validation = np.hstack(y_folds[:i] + y_folds[i + 1 :])
        for k, found in accuracies.items():
            predicted = ask(X_folds[i], y_folds[i], X_validation, k)
            found.append(np.count_nonzero(predicted == y_validation) / len(y_validation))
    return accuracies


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    sizes = [len(fold) for fold in np.array_split(y, num_folds)]
    fold_of = np.repeat(np.arange(num_folds), sizes)

    def accuracy(k, fold):
        train, validation = fold_of == fold, fold_of != fold
        return 1 - np.mean(classify(X[train], y[train], X[validation], k) != y[validation])

    return {k: [accuracy(k, fold) for fold in range(num_folds)] for k in k_choices}
