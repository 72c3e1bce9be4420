"""SGD in epochs: every epoch goes through a new random order of all examples."""

import numpy as np
from linear_svm import svm_loss_vectorized
from softmax import softmax_loss_vectorized


def random_rows(N, batch_size):
    while True:
        order = np.random.permutation(N)
        for start in range(0, N - batch_size + 1, batch_size):
            yield order[start : start + batch_size]


class LinearClassifier:
    W = None

    def train(
        self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False
    ):
        if self.W is None:
            self.W = np.zeros((X.shape[1], len(set(y.tolist()))))
        rows = random_rows(len(y), min(batch_size, len(y)))
        history = np.empty(num_iters)
        for i in range(num_iters):
            batch = next(rows)
            loss, dW = self.loss(X[batch], y[batch], reg)
            history[i] = np.squeeze(loss)
            self.W = self.W - learning_rate * np.asarray(dW)
            print(f"{i}: {history[i]}")
        return history

    def predict(self, X):
        return [float(np.argmax(scores)) for scores in X @ self.W]


class LinearSVM(LinearClassifier):
    def loss(self, X_batch, y_batch, reg):
        return svm_loss_vectorized(self.W, X_batch, y_batch, reg)


class Softmax(LinearClassifier):
    def loss(self, X_batch, y_batch, reg):
        return softmax_loss_vectorized(self.W, X_batch, y_batch, reg)


def accuracy(model, X, y):
    return np.equal(model.predict(X), y).astype(np.float32).mean()


def search_hyperparameters(
    classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200
):
    grid = np.stack(np.meshgrid(learning_rates, regs), axis=-1).reshape(-1, 2)
    models = {tuple(pair): classifier() for pair in grid}
    results = {}
    for (rate, reg), model in models.items():
        model.train(X_train, y_train, rate, reg, num_iters)
        results[rate, reg] = [accuracy(model, X_train, y_train), accuracy(model, X_val, y_val)]
    best = max(results, key=lambda pair: results[pair][1])
    return [models[best], results]
