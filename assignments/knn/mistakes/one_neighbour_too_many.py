"""predict_labels: k + 1 neighbours vote."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "k + 1 neighbours vote",
    "ru": "Голосуют k + 1 соседей",
}
HINT = {
    "en": "One neighbour too many votes: [:k + 1] has k + 1 items, as has range(k + 1). For k = "
    "1 the nearest alone decides.",
    "ru": "Голосует один лишний сосед: в срезе [:k + 1] и в range(k + 1) не k элементов, а k + "
    "1. При k = 1 решает только ближайший.",
}
CAUGHT_BY = [
    "labels/test_nearest",
    "labels/test_majority",
    "labels/test_ties",
    "labels/test_any_labels",
    "labels/test_dists_unchanged",
]


def one(self, dists, k=1):
    labels = []
    for row in dists:
        found, votes = np.unique(self.y_train[np.argsort(row)[: k + 1]], return_counts=True)
        labels.append(found[np.argmax(votes)])
    return np.array(labels)


def two(self, dists, k=1):
    nearest = self.y_train[np.argsort(dists, axis=1)][:, : k + 1]
    return np.array([np.bincount(row).argmax() for row in nearest])


def three(self, dists, k=1):
    predicted = np.zeros(dists.shape[0], dtype=int)
    for i in range(dists.shape[0]):
        votes = {}
        for j, _ in sorted(enumerate(dists[i]), key=lambda pair: pair[1]):
            if sum(votes.values()) > k:
                break
            label = int(self.y_train[j])
            votes[label] = votes.get(label, 0) + 1
        predicted[i] = min(votes, key=lambda label: (-votes[label], label))
    return predicted
