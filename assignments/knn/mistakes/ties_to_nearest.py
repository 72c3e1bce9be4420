"""predict_labels: of equally common labels, the one that is met first."""

from collections import Counter

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "A tie goes to the label that is met first",
    "ru": "При равенстве голосов берётся метка, которая встретилась первой",
}
HINT = {
    "en": "Of labels that are equally common the smallest wins, and yours is that of the nearer "
    "example: Counter.most_common keeps the order in which labels were met. Count with "
    "np.unique or np.bincount, which sort, and take np.argmax.",
    "ru": "Из меток с равным числом голосов побеждает наименьшая, а у вас та, чей пример ближе: "
    "Counter.most_common сохраняет порядок, в котором метки встретились. Считайте через "
    "np.unique или np.bincount (они упорядочивают метки) и берите np.argmax.",
}
CAUGHT_BY = ["labels/test_ties"]


def one(self, dists, k=1):
    labels = []
    for row in dists:
        closest = self.y_train[np.argsort(row)[:k]]
        votes = [np.sum(closest == label) for label in closest]
        labels.append(closest[np.argmax(votes)])
    return np.array(labels)


def two(self, dists, k=1):
    order = np.argsort(dists, axis=1)[:, :k]
    return [Counter(self.y_train[row].tolist()).most_common(1)[0][0] for row in order]


def three(self, dists, k=1):
    predicted = []
    for row in dists:
        votes, best = {}, None
        for label in self.y_train[np.argsort(row)][:k]:
            votes[label] = votes.get(label, 0) + 1
        for label, count in votes.items():
            if best is None or count > votes[best]:
                best = label
        predicted.append(best)
    return np.array(predicted)
