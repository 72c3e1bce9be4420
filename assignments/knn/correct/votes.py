"""A table of votes, filled by np.add.at; the farthest neighbour votes first."""

import numpy as np

FUNCTIONS = {
    "k_nearest_neighbor.KNearestNeighbor.predict_labels": "predict_labels",
    "cross_validation.best_k": "best_k",
}
TITLE = {"en": "np.add.at and sorted pairs", "ru": "np.add.at и сортировка пар"}


def predict_labels(self, dists, k=1):
    votes = np.zeros((len(dists), int(np.max(self.y_train)) + 1))
    nearest = np.argsort(dists, axis=1)[:, :k][:, ::-1]
    np.add.at(votes, (np.arange(len(dists))[:, None], self.y_train[nearest]), 1)
    return np.argmax(votes, axis=1)


def best_k(accuracies):
    pairs = [(-np.mean(values), k) for k, values in accuracies.items()]
    return np.array([sorted(pairs)[0][1]], dtype=np.int32)[0]
