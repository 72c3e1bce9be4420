"""predict_labels: k has no effect."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "k has no effect: the nearest example alone decides",
    "ru": "k не влияет: решает один ближайший пример",
}
HINT = {
    "en": "Your labels are those of the nearest example for every k. Take the k nearest, count "
    "their labels, and return the commonest.",
    "ru": "При любом k у вас выходит метка одного ближайшего примера. Возьмите k ближайших, "
    "посчитайте их метки и верните самую частую.",
}
CAUGHT_BY = [
    "labels/test_majority",
    "labels/test_ties",
    "labels/test_any_labels",
    "labels/test_all_neighbours",
    "labels/test_dists_unchanged",
]


def one(self, dists, k=1):
    return self.y_train[np.argmin(dists, axis=1)]


def two(self, dists, k=1):
    predicted = []
    for row in dists:
        closest = self.y_train[np.argsort(row)[:k]]
        predicted.append(closest[0])
    return predicted


def three(self, dists, k=1):
    smallest = np.min(dists, axis=1, keepdims=True)
    return (dists == smallest).astype(int) @ self.y_train
