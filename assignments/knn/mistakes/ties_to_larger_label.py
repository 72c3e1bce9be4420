"""predict_labels: of equally common labels, the largest."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "A tie goes to the larger label",
    "ru": "При равенстве голосов берётся большая метка",
}
HINT = {
    "en": "Of labels that are equally common the smallest wins, and yours is the largest. "
    "np.argmax finds the first of equal counts, so keep the labels in rising order; max over "
    "(votes, label) takes the largest label.",
    "ru": "Из меток с равным числом голосов побеждает наименьшая, а у вас наибольшая. np.argmax "
    "находит первое из равных значений, поэтому держите метки по возрастанию; max по парам "
    "(голоса, метка) берёт наибольшую.",
}
CAUGHT_BY = ["labels/test_ties"]


def one(self, dists, k=1):
    labels = []
    for row in dists:
        found, votes = np.unique(self.y_train[np.argsort(row)[:k]], return_counts=True)
        labels.append(found[votes == np.max(votes)][-1])
    return np.array(labels)


def two(self, dists, k=1):
    predicted = []
    for row in dists:
        closest = [int(label) for label in self.y_train[np.argsort(row)[:k]]]
        predicted.append(max((closest.count(label), label) for label in closest)[1])
    return np.array(predicted)


def three(self, dists, k=1):
    nearest = np.argpartition(dists, k - 1, axis=1)[:, :k]
    votes = (self.y_train[nearest][:, :, None] == np.arange(self.y_train.max() + 1)).sum(axis=1)
    return votes.shape[1] - 1 - np.argmax(votes[:, ::-1], axis=1)
