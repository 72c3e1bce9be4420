"""Epochs: each goes through the data in a new random order."""

import numpy as np

FUNCTIONS = {"linear_classifier.LinearClassifier.train": "train"}
TITLE = {
    "en": "Epochs: each goes through the data in a new random order",
    "ru": "Эпохи: каждая проходит данные в новом случайном порядке",
}


def batches(N, batch_size):
    """Row numbers of minibatches, for ever; no row comes twice in an epoch."""
    while True:
        order = np.random.permutation(N)
        for start in range(0, N - batch_size + 1, batch_size):
            yield order[start : start + batch_size]


def train(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = np.zeros((X.shape[1], len(set(y.tolist()))))
    history = np.empty(num_iters)
    endless = batches(len(y), min(batch_size, len(y)))
    for step in range(num_iters):
        rows = next(endless)
        history[step], dW = self.loss(X[rows], y[rows], reg)
        self.W = self.W - learning_rate * dW
    return history
