"""The folds in a class of their own."""

import numpy as np
from k_nearest_neighbor import KNearestNeighbor


def knn_labels(X_train, y_train, X, k):
    model = KNearestNeighbor()
    model.train(X_train, y_train, verbose=False)
    return model.predict(X, k=k)


class Folds:
    def __init__(self, X, y, number):
        self.X, self.y = np.array_split(X, number), np.array_split(y, number)

    def __len__(self):
        return len(self.X)

    def without(self, i):
        others = [j for j in range(len(self)) if j != i]
        return np.vstack([self.X[j] for j in others]), np.hstack([self.y[j] for j in others])


def cross_validate_k(X, y, k_choices, num_folds, classify=knn_labels, verbose=True):
    folds = Folds(X, y, num_folds)
    found = {}
    for k in sorted(k_choices):
        found[k] = np.zeros(num_folds)
        for i in range(num_folds):
            predicted = classify(*folds.without(i), folds.X[i], k)
            found[k][i] = 1 - np.count_nonzero(predicted != folds.y[i]) / len(folds.y[i])
        if verbose:
            print(f"k = {k}: {found[k].mean():.3f}")
    return found


def best_k(accuracies):
    ks = np.sort(list(accuracies))
    means = np.array([np.mean(accuracies[k]) for k in ks])
    return ks[np.argmax(means)]
