"""Each step shuffles everything and takes the first rows."""

import random

import numpy as np

FUNCTIONS = {"linear_classifier.LinearClassifier.train": "train"}
TITLE = {
    "en": "Each step shuffles everything and takes the first rows",
    "ru": "Каждый шаг перемешивает всё и берёт первые строки",
}


def train(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, *rest, **more):
    numbers = list(range(X.shape[0]))
    if self.W is None:
        self.W = 1e-3 * (np.random.rand(X.shape[1], 1 + max(y)) - 0.5)
    history = []
    while len(history) < num_iters:
        random.shuffle(numbers)
        loss, dW = self.loss(X[numbers[:batch_size]], y[numbers[:batch_size]], reg)
        self.W = self.W + dW * -learning_rate
        history += [np.array([loss])]
    return history
