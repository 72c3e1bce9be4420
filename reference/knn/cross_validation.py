"""Cross-validation: choose k by the accuracy on examples that were not trained on.

The data are cut into folds. Each fold is the validation set once, while the classifier learns from
all the others. No test example is touched.
"""

import numpy as np
from k_nearest_neighbor import KNearestNeighbor


def knn_labels(X_train, y_train, X, k):
    """The labels that k-NN, trained on X_train and y_train, gives the examples X."""
    model = KNearestNeighbor()
    model.train(X_train, y_train)
    return model.predict(X, k=k)


def cross_validate_k(X, y, k_choices, num_folds, classify=knn_labels):
    """Accuracy of each k on each fold.

    The folds are those of np.array_split, in the order of the data: the first ones have one example
    more where N does not divide evenly.

    Args:
        X: (N, D), one example a row.
        y: (N,) integer, their labels.
        k_choices: the values of k to try.
        num_folds: the number of folds, 2 to N.
        classify: a function (X_train, y_train, X_validation, k) that returns labels.

    Returns:
        {k: a list of `num_folds` accuracies, from 0 to 1, in the order of the folds}.

    Source: cs231n, assignment 1 and notes on image classification.
    """
    folds = np.array_split(np.arange(len(X)), num_folds)  # row numbers
    accuracies = {}
    for k in k_choices:
        accuracies[k] = []
        for fold in folds:
            X_train, y_train = np.delete(X, fold, axis=0), np.delete(y, fold)
            labels = classify(X_train, y_train, X[fold], k)
            accuracies[k].append(float(np.mean(labels == y[fold])))
    return accuracies


def best_k(accuracies):
    """The k whose mean accuracy is the highest; of several, the smallest.

    Args:
        accuracies: {k: its accuracies}, as `cross_validate_k` returns them.
    """
    return max(sorted(accuracies), key=lambda k: np.mean(accuracies[k]))
