"""predict: the example with the largest score for each class."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.predict"]
RESULT = None
TITLE = {
    "en": "argmax goes over the images, not the classes",
    "ru": "argmax взят по изображениям, а не по классам",
}
HINT = {
    "en": "With axis=0 you get C numbers: for each class the image that fits it best. What is "
    "asked for is a class for each image, N labels: axis=1.",
    "ru": "С axis=0 получается C чисел: для каждого класса — самое подходящее изображение. А "
    "нужен класс для каждого изображения, N меток: axis=1.",
}
CAUGHT_BY = ["linear_classifier/test_predict"]


def one(self, X):
    scores = X @ self.W
    return np.argmax(scores, axis=0)


def two(self, X):
    labels = np.zeros(self.W.shape[1], dtype=int)
    for i in range(self.W.shape[1]):
        scores = X.dot(self.W[:, i])
        for k in range(len(scores)):
            if scores[k] > scores[labels[i]]:
                labels[i] = k
    return labels


def three(self, X):
    scores = np.einsum("nd,dc->cn", X, self.W)
    return [sorted(range(len(row)), key=row.__getitem__)[-1] for row in scores]
