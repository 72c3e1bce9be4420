"""predict: one index into the flattened matrix of scores."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.predict"]
RESULT = None
TITLE = {
    "en": "argmax without an axis returns one number",
    "ru": "argmax без оси возвращает одно число",
}
HINT = {
    "en": "np.argmax without an axis looks through the whole matrix and returns one position in "
    "it. Ask for the largest of each row: axis=1.",
    "ru": "np.argmax без оси просматривает всю матрицу и возвращает одно место в ней. Просите "
    "наибольшее в каждой строке: axis=1.",
}
CAUGHT_BY = ["linear_classifier/test_predict"]


def one(self, X):
    scores = X @ self.W
    return np.argmax(scores)


def two(self, X):
    scores = np.ravel(X.dot(self.W))
    best = 0
    for k in range(len(scores)):
        if scores[k] > scores[best]:
            best = k
    return best


def three(self, X):
    scores = np.einsum("nd,dc->nc", X, self.W)
    flat = scores.ravel().tolist()
    return flat.index(max(flat))
