"""predict: the class with the smallest score."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.predict"]
RESULT = None
TITLE = {
    "en": "The class with the smallest score",
    "ru": "Класс с наименьшей оценкой",
}
HINT = {
    "en": "You return the class with the smallest score. A score says how well a class fits: "
    "take np.argmax. The smallest is wanted of losses and distances, not of scores.",
    "ru": "Вы возвращаете класс с наименьшей оценкой. Оценка говорит, насколько класс подходит, "
    "поэтому нужен np.argmax. Наименьшее ищут среди потерь и расстояний, а не среди "
    "оценок.",
}
CAUGHT_BY = ["linear_classifier/test_predict"]


def one(self, X):
    scores = X @ self.W
    return np.argmin(scores, axis=1)


def two(self, X):
    labels = np.zeros(X.shape[0], dtype=int)
    for i in range(X.shape[0]):
        scores = X[i].dot(self.W)
        for k in range(len(scores)):
            if scores[k] < scores[labels[i]]:
                labels[i] = k
    return labels


def three(self, X):
    scores = np.einsum("nd,dc->nc", X, self.W)
    return [sorted(range(len(row)), key=row.__getitem__)[0] for row in scores]
