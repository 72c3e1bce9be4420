"""predict_labels: the farthest examples vote."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "The farthest training examples vote, not the nearest",
    "ru": "Голосуют самые далёкие примеры, а не ближайшие",
}
HINT = {
    "en": "A small distance means near: take the first k of np.argsort, not the last, and "
    "argmin, not argmax. Your neighbours are the k largest distances.",
    "ru": "Чем меньше расстояние, тем пример ближе: берите первые k элементов np.argsort, а не "
    "последние, и argmin, а не argmax. Ваши соседи — это k самых больших расстояний.",
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
        closest = self.y_train[np.argsort(row)[-k:]]
        found, votes = np.unique(closest, return_counts=True)
        labels.append(found[np.argmax(votes)])
    return np.array(labels)


def two(self, dists, k=1):
    order = np.argsort(-np.asarray(dists), axis=1)[:, :k]
    return np.array([np.bincount(self.y_train[neighbours]).argmax() for neighbours in order])


def three(self, dists, k=1):
    predicted = []
    for row in dists:
        left = row.copy()
        votes = np.zeros(self.y_train.max() + 1)
        for _ in range(k):
            j = np.argmax(left)
            left[j] = -np.inf
            votes[self.y_train[j]] += 1
        predicted.append(np.argmax(votes))
    return np.array(predicted)
