"""predict: the largest scores instead of their classes."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.predict"]
RESULT = None
TITLE = {
    "en": "The largest scores are returned, not their classes",
    "ru": "Возвращены наибольшие оценки, а не классы",
}
HINT = {
    "en": "np.max returns the largest score itself. The label is the number of the class that "
    "has it: np.argmax.",
    "ru": "np.max возвращает саму наибольшую оценку. Метка — номер класса, которому она "
    "досталась: np.argmax.",
}
CAUGHT_BY = ["linear_classifier/test_predict"]


def one(self, X):
    scores = X @ self.W
    return np.max(scores, axis=1)


def two(self, X):
    labels = np.zeros(X.shape[0])
    for i in range(X.shape[0]):
        scores = X[i].dot(self.W)
        labels[i] = max(scores)
    return labels


def three(self, X):
    scores = np.einsum("nd,dc->nc", X, self.W)
    return [sorted(row)[-1] for row in scores]
