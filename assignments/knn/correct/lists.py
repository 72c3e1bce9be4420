"""Plain Python: lists, dicts and sorted, also where arrays are natural."""

import math
from collections import Counter

FUNCTIONS = {
    "k_nearest_neighbor.KNearestNeighbor.compute_distances_two_loops": "two_loops",
    "k_nearest_neighbor.KNearestNeighbor.predict_labels": "predict_labels",
    "cross_validation.cross_validate_k": "cross_validate_k",
    "cross_validation.best_k": "best_k",
}
TITLE = {"en": "Lists in place of arrays", "ru": "Списки вместо массивов"}


def two_loops(self, X):
    return [[math.dist(x, t) for t in self.X_train.tolist()] for x in X.tolist()]


def predict_labels(self, dists, k=1):
    labels = []
    for row in dists:
        nearest = sorted(range(len(row)), key=lambda j, row=row: row[j])[:k]
        votes = Counter(float(self.y_train[j]) for j in nearest)
        labels.append(min(votes, key=lambda label, votes=votes: (-votes[label], label)))
    return labels


def cross_validate_k(X, y, k_choices, num_folds, classify=None):
    import cross_validation  # noqa: PLC0415  (it may be importing this file)

    classify = classify or cross_validation.knn_labels
    size, extra = divmod(len(X), num_folds)
    accuracies, start = dict.fromkeys(k_choices, ()), 0
    for i in range(num_folds):
        end = start + size + (i < extra)
        fold = set(range(start, end))
        train = [row for row in reversed(range(len(X))) if row not in fold]  # in another order
        for k in k_choices:
            labels = classify(X[train], y[train], X[start:end], k)
            right = [int(a) == int(b) for a, b in zip(labels, y[start:end], strict=True)]
            accuracies[k] += (sum(right) / len(right),)
        start = end
    return accuracies


def best_k(accuracies):
    return min(accuracies, key=lambda k: (-sum(accuracies[k]) / len(accuracies[k]), k))
