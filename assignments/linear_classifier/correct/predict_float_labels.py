"""predict that returns whole numbers as floats."""

import numpy as np

FUNCTIONS = {"linear_classifier.LinearClassifier.predict": "predict"}
TITLE = {
    "en": "predict that returns whole numbers as floats",
    "ru": "predict, который возвращает целые числа как float",
}


def predict(self, X):
    return np.array([float(np.argsort(scores)[-1]) for scores in (self.W.T @ X.T).T])
