"""cross_validate_k: the share of wrong labels, not of right ones."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "These are error rates, not accuracies",
    "ru": "Это доли ошибок, а не точности",
}
HINT = {
    "en": "The accuracy is the share of right labels: np.mean(labels == y). Yours is the share "
    "of wrong ones, and best_k would choose the worst k.",
    "ru": "Точность — это доля верных меток: np.mean(labels == y). У вас доля неверных, и "
    "best_k выберет худшее k.",
}
CAUGHT_BY = [
    "cross_validation/test_accuracies",
    "cross_validation/test_your_classifier",
    "cifar10/test_cross_validation",
]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    errors = {}
    for k in k_choices:
        errors[k] = []
        for fold in np.array_split(np.arange(len(X)), num_folds):
            labels = classify(np.delete(X, fold, axis=0), np.delete(y, fold), X[fold], k)
            errors[k].append(np.mean(labels != y[fold]))
    return errors


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    folds = np.array_split(np.arange(len(y)), num_folds)
    found = {k: np.ones(num_folds) for k in k_choices}
    for i, fold in enumerate(folds):
        rest = np.concatenate(folds[:i] + folds[i + 1 :])
        for k in k_choices:
            found[k][i] -= np.sum(ask(X[rest], y[rest], X[fold], k) == y[fold]) / len(fold)
    return found


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    X_folds, y_folds = np.array_split(X, num_folds), np.array_split(y, num_folds)

    def error(k, i):
        X_train = np.vstack([X_folds[j] for j in range(num_folds) if j != i])
        y_train = np.hstack([y_folds[j] for j in range(num_folds) if j != i])
        predicted = classify(X_train, y_train, X_folds[i], k)
        return np.count_nonzero(predicted - y_folds[i]) / y_folds[i].size

    return {k: [error(k, i) for i in range(num_folds)] for k in k_choices}
