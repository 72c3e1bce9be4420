"""predict_labels: the numbers of the training examples vote, not their labels."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "The row numbers of the neighbours are counted, not their labels",
    "ru": "Посчитаны номера соседей, а не их метки",
}
HINT = {
    "en": "np.argsort gives the numbers of the training examples. Each occurs once, so the vote "
    "is a tie and the smallest number comes out. Look the labels up first: "
    "self.y_train[nearest].",
    "ru": "np.argsort возвращает номера обучающих примеров. Каждый встречается один раз, голоса "
    "всегда равны, и выходит наименьший номер. Сначала возьмите метки: self.y_train[nearest].",
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
    return np.min(np.argsort(dists, axis=1)[:, :k], axis=1)


def two(self, dists, k=1):
    predicted = np.zeros(dists.shape[0], dtype=int)
    for i in range(dists.shape[0]):
        predicted[i] = np.argmax(np.bincount(np.argsort(dists[i])[:k]))
    return predicted


def three(self, dists, k=1):
    predicted = []
    for row in dists:
        numbers, votes = np.unique(np.argpartition(row, k - 1)[:k], return_counts=True)
        predicted.append(int(numbers[votes.argmax()]))
    return predicted
