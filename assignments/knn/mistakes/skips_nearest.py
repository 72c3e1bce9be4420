"""predict_labels: the nearest example does not vote."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict_labels"]
RESULT = None
TITLE = {
    "en": "The nearest training example is left out",
    "ru": "Ближайший обучающий пример пропущен",
}
HINT = {
    "en": "The neighbours 2 to k + 1 vote, the nearest does not: indices start at 0, so the k "
    "nearest are [:k], not [1:k + 1]. Leaving out the nearest makes sense only among the "
    "training examples themselves.",
    "ru": "Голосуют соседи со второго по (k + 1)-й, а ближайший — нет: индексы начинаются с "
    "нуля, и k ближайших — это [:k], а не [1:k + 1]. Пропускать ближайшего имеет смысл только "
    "тогда, когда классифицируют сами обучающие примеры.",
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
        closest = self.y_train[np.argsort(row)[1 : k + 1]]
        votes = [np.sum(closest == label) for label in classes]
        labels.append(classes[np.argmax(votes)])
    return np.array(labels)


def two(self, dists, k=1):
    classes = np.unique(self.y_train)
    ranks = np.argsort(np.argsort(dists, axis=1), axis=1)  # 0 for the nearest
    votes = ((ranks >= 1) & (ranks <= k)).astype(int) @ (self.y_train[:, None] == classes)
    return classes[np.argmax(votes, axis=1)]


def three(self, dists, k=1):
    predicted = []
    for row in dists:
        counts = dict.fromkeys(sorted(self.y_train.tolist()), 0)
        queue = row.argsort().tolist()
        queue.pop(0)
        for j in queue[:k]:
            counts[int(self.y_train[j])] += 1
        most = max(counts.values())
        predicted.append(min(label for label in counts if counts[label] == most))
    return predicted
