"""predict_labels: neighbours are sorted by label, not by distance."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "The neighbours are sorted by label, not by distance",
    "ru": "Соседи упорядочены по метке, а не по расстоянию",
}
HINT = {
    "en": "Your k neighbours are the training examples with the smallest labels, whatever the "
    "distances: tuples are sorted by their first item. Put the distance first, or sort with "
    "np.argsort(dists[i]).",
    "ru": "Ваши k соседей — примеры с наименьшими метками, а расстояния не влияют: кортежи "
    "сортируются по первому элементу. Ставьте расстояние первым или сортируйте через "
    "np.argsort(dists[i]).",
}
CAUGHT_BY = [
    "labels/test_nearest",
    "labels/test_majority",
    "labels/test_ties",
    "labels/test_any_labels",
    "labels/test_dists_unchanged",
]


def one(self, dists, k=1):
    found, votes = np.unique(np.sort(self.y_train)[:k], return_counts=True)
    return np.full(len(dists), found[np.argmax(votes)])


def two(self, dists, k=1):
    predicted = []
    for row in dists:
        pairs = sorted(zip(self.y_train.tolist(), row, strict=True))
        closest = [label for label, _ in pairs[:k]]
        predicted.append(max(sorted(set(closest)), key=closest.count))
    return np.array(predicted)


def three(self, dists, k=1):
    order = np.argsort(self.y_train, kind="stable")
    votes = np.bincount(self.y_train[order[:k]])
    return np.zeros(dists.shape[0], dtype=int) + votes.argmax()
