"""Cross-validation: choose k by the accuracy on examples that were not trained on.

The data are cut into folds. Each fold is the validation set once, while the classifier learns from
all the others. No test example is touched.
"""

import numpy as np
from k_nearest_neighbor import KNearestNeighbor


def knn_labels(X_train, y_train, X, k):
    """The labels that k-NN, trained on X_train and y_train, gives the examples X.

    Nothing to write here.
    """
    model = KNearestNeighbor()
    model.train(X_train, y_train)
    return model.predict(X, k=k)


def cross_validate_k(X, y, k_choices, num_folds, classify=knn_labels):
    """Accuracy of each k on each fold.

    The folds are those of np.array_split, in the order of the data: the first ones have one example
    more where N does not divide evenly. For each k and each fold, get the labels of the fold from
    classify(X_train, y_train, X_validation, k), where X_train and y_train are all the other folds,
    and compare them with the fold's own.

    Hint: np.array_split(np.arange(N), num_folds) gives the row numbers of each fold;
    np.delete(X, rows, axis=0) is X without these rows.

    Args:
        X: (N, D), one example a row.
        y: (N,) integer, their labels.
        k_choices: the values of k to try.
        num_folds: the number of folds, 2 to N.
        classify: a function (X_train, y_train, X_validation, k) that returns labels.

    Returns:
        {k: a list of `num_folds` accuracies, from 0 to 1, in the order of the folds}.
    """
    raise NotImplementedError(
        "cross_validate_k is not implemented yet: write it in cross_validation.py"
        " / пока не реализовано: допишите в cross_validation.py"
    )


def best_k(accuracies):
    """The k whose mean accuracy is the highest; of several, the smallest.

    Args:
        accuracies: {k: its accuracies}, as `cross_validate_k` returns them, the k in any order.

    Returns:
        One of the k.
    """
    raise NotImplementedError(
        "best_k is not implemented yet: write it in cross_validation.py"
        " / пока не реализовано: допишите в cross_validation.py"
    )
