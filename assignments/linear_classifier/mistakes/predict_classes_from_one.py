"""predict: the classes are numbered from 1."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.predict"]
RESULT = None
TITLE = {
    "en": "Classes are numbered from 1",
    "ru": "Классы пронумерованы с единицы",
}
HINT = {
    "en": "Each of your labels is one too large. Classes are numbered from 0 to C - 1, as "
    "columns of W are: np.argmax already gives the label.",
    "ru": "Каждая ваша метка на единицу больше верной. Классы нумеруются от 0 до C - 1, как "
    "столбцы W: np.argmax уже даёт метку.",
}
CAUGHT_BY = ["linear_classifier/test_predict"]


def one(self, X):
    scores = X @ self.W
    return np.argmax(scores, axis=1) + 1


def two(self, X):
    labels = np.zeros(X.shape[0], dtype=int)
    for i in range(X.shape[0]):
        scores = X[i].dot(self.W)
        for k in range(len(scores)):
            if scores[k] > scores[labels[i]]:
                labels[i] = k
    return np.array([label + 1 for label in labels])


def three(self, X):
    scores = np.einsum("nd,dc->nc", X, self.W)
    return [sorted(range(1, len(row) + 1), key=lambda k, row=row: row[k - 1])[-1] for row in scores]
