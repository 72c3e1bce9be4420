"""Minibatches without replacement, sorted."""

import numpy as np

FUNCTIONS = {"linear_classifier.LinearClassifier.train": "train"}
TITLE = {
    "en": "Minibatches without replacement, sorted",
    "ru": "Мини-батчи без возвращения, по возрастанию номеров",
}


def train(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(loc=0.0, scale=0.001, size=(D, y.max() + 1))
    history = ()
    for _ in range(num_iters):
        rows = np.sort(np.random.choice(N, size=min(batch_size, N), replace=False))
        loss, dW = self.loss(X.take(rows, axis=0), y.take(rows), reg)
        self.W -= np.asarray(learning_rate * np.asarray(dW))
        history += (loss,)
        print("loss", loss)
    return history
