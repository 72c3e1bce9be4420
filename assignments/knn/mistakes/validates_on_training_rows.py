"""cross_validate_k: the accuracy is that on the training rows."""

import cross_validation
import numpy as np

FUNCTIONS = ["cross_validation.cross_validate_k"]
RESULT = None
TITLE = {
    "en": "The accuracy is measured on the rows that were trained on",
    "ru": "Точность измерена на тех же строках, на которых шло обучение",
}
HINT = {
    "en": "You leave the fold out of training, but then classify the training rows in place of "
    "the fold. Each training example is its own nearest neighbour, so k = 1 looks perfect. The "
    "accuracy on the fold is what counts.",
    "ru": "Блок исключён из обучения, но потом вы классифицируете обучающие строки вместо строк "
    "блока. Каждый обучающий пример — сам себе ближайший сосед, и k = 1 выглядит безупречно. "
    "Важна точность на блоке.",
}
CAUGHT_BY = [
    "cross_validation/test_accuracies",
    "cross_validation/test_your_classifier",
    "cifar10/test_cross_validation",
    "cross_validation/test_folds",
    "cross_validation/test_training_rows",
]


def one(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    accuracies = {}
    for k in k_choices:
        accuracies[k] = []
        for fold in np.array_split(np.arange(len(X)), num_folds):
            X_train, y_train = np.delete(X, fold, axis=0), np.delete(y, fold)
            labels = classify(X_train, y_train, X_train, k)
            accuracies[k].append(np.mean(labels == y_train))
    return accuracies


def two(X, y, k_choices, num_folds, classify=None):
    ask = cross_validation.knn_labels if classify is None else classify
    X_folds, y_folds = np.array_split(X, num_folds), np.array_split(y, num_folds)
    accuracies = {k: [] for k in k_choices}
    for i in range(num_folds):
        X_train = np.vstack(X_folds[:i] + X_folds[i + 1 :])
        y_train = np.hstack(y_folds[:i] + y_folds[i + 1 :])
        for k, found in accuracies.items():
            predicted = ask(X_train, y_train, X_train, k)
            found.append(np.count_nonzero(predicted == y_train) / len(y_train))
    return accuracies


def three(X, y, k_choices, num_folds, classify=None):
    classify = classify or cross_validation.knn_labels
    sizes = [len(fold) for fold in np.array_split(y, num_folds)]
    fold_of = np.repeat(np.arange(num_folds), sizes)

    def accuracy(k, fold):
        train = fold_of != fold
        return 1 - np.mean(classify(X[train], y[train], X[train], k) != y[train])

    return {k: [accuracy(k, fold) for fold in range(num_folds)] for k in k_choices}
