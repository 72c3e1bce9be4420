"""predict: the class whose score is largest in absolute value."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.predict"]
RESULT = None
TITLE = {
    "en": "The class with the largest |score|",
    "ru": "Класс с наибольшим модулем оценки",
}
HINT = {
    "en": "You take absolute values of the scores, so a class with a very negative score wins. "
    "A negative score says that the class does not fit: compare the scores as they are.",
    "ru": "Вы берёте модули оценок, и побеждает класс с большой отрицательной. Отрицательная "
    "оценка говорит, что класс не подходит: сравнивайте оценки как есть.",
}
CAUGHT_BY = ["linear_classifier/test_predict"]


def one(self, X):
    scores = np.abs(X @ self.W)
    return np.argmax(scores, axis=1)


def two(self, X):
    labels = np.zeros(X.shape[0], dtype=int)
    for i in range(X.shape[0]):
        scores = X[i].dot(self.W)
        for k in range(len(scores)):
            if abs(scores[k]) > abs(scores[labels[i]]):
                labels[i] = k
    return labels


def three(self, X):
    scores = np.einsum("nd,dc->nc", X, self.W)
    return [sorted(range(len(row)), key=row.__getitem__)[-1] for row in scores**2]
