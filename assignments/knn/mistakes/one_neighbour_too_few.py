"""predict_labels: k - 1 neighbours vote."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "k - 1 neighbours vote",
    "ru": "Голосуют k - 1 соседей",
}
HINT = {
    "en": "One neighbour is missing: [:k - 1] has k - 1 items, as has range(k - 1) or range(1, "
    "k). For k = 1 nobody votes at all.",
    "ru": "Одного соседа не хватает: в срезе [:k - 1], в range(k - 1) и в range(1, k) не k "
    "элементов, а k - 1. При k = 1 не голосует никто.",
}
CAUGHT_BY = [
    "labels/test_nearest",
    "labels/test_majority",
    "labels/test_ties",
    "labels/test_any_labels",
    "labels/test_dists_unchanged",
    "labels/test_all_neighbours",
]


def one(self, dists, k=1):
    classes = np.unique(self.y_train)
    labels = []
    for row in dists:
        closest = self.y_train[np.argsort(row)[: k - 1]]
        votes = [np.sum(closest == label) for label in classes]
        labels.append(classes[np.argmax(votes)])
    return np.array(labels)


def two(self, dists, k=1):
    classes, positions = np.unique(self.y_train, return_inverse=True)
    votes = np.zeros((len(dists), len(classes)))
    order = np.argsort(dists, axis=1)
    for n in range(k - 1):
        votes[np.arange(len(dists)), positions[order[:, n]]] += 1
    return classes[votes.argmax(axis=1)]


def three(self, dists, k=1):
    labels = self.y_train.tolist()
    predicted = []
    for row in np.asarray(dists).tolist():
        counts = dict.fromkeys(sorted(set(labels)), 0)
        neighbours = sorted(zip(row, labels, strict=True))
        for m in range(1, k):
            counts[neighbours[m - 1][1]] += 1
        predicted.append(max(counts, key=counts.get))
    return predicted
