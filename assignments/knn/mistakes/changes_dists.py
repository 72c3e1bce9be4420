"""predict_labels: dists, the caller's array, is changed in place."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "The argument dists is changed in place",
    "ru": "Аргумент dists изменён на месте",
}
HINT = {
    "en": "The labels are right, but afterwards dists is not what it was: dists.sort() or "
    "dists[i, j] = np.inf changes the caller's array. With the same dists a second call, for "
    "another k, would be wrong. np.argsort leaves it alone.",
    "ru": "Метки верны, но dists после вызова уже не тот: dists.sort() или dists[i, j] = np.inf "
    "меняет массив вызывающей стороны. Второй вызов с тем же dists и другим k даст неверный "
    "ответ. np.argsort его не трогает.",
}
CAUGHT_BY = ["labels/test_dists_unchanged"]


def shows(facts):
    if "changed" not in facts:
        return None
    return facts["changed"]


def one(self, dists, k=1):
    labels = []
    for row in dists:
        closest = []
        for _ in range(k):
            nearest = np.argmin(row)
            closest.append(self.y_train[nearest])
            row[nearest] = np.inf
        found, votes = np.unique(closest, return_counts=True)
        labels.append(found[np.argmax(votes)])
    return np.array(labels)


def two(self, dists, k=1):
    order = np.argsort(dists, axis=1)
    dists.sort(axis=1)
    return np.array([np.bincount(self.y_train[row[:k]]).argmax() for row in order])


def three(self, dists, k=1):
    farthest = np.sort(dists, axis=1)[:, k - 1 : k]  # of the k nearest
    dists -= farthest
    classes = np.unique(self.y_train)
    votes = (dists <= 0).astype(int) @ (self.y_train[:, None] == classes)
    return classes[votes.argmax(axis=1)]
