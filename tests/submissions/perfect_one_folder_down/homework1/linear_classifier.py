import random

import linear_svm
import numpy as np
import softmax


class LinearClassifier:
    loss_function = None

    def __init__(self):
        self.W = None

    def train(
        self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False
    ):
        if self.W is None:
            self.W = np.random.normal(0, 0.001, size=(X.shape[1], int(max(y)) + 1))
        losses = []
        while len(losses) < num_iters:
            batch = random.sample(range(len(y)), batch_size)
            loss, gradient = self.loss(X[batch], y[batch], reg)
            losses += [float(loss)]
            self.W -= learning_rate * gradient
        return tuple(losses)

    def predict(self, X):
        return (X @ self.W).argmax(1).reshape(-1).astype(np.uint8)

    def loss(self, X_batch, y_batch, reg):
        return type(self).loss_function(self.W, X_batch, y_batch, reg)


class LinearSVM(LinearClassifier):
    loss_function = staticmethod(linear_svm.svm_loss_vectorized)


class Softmax(LinearClassifier):
    loss_function = staticmethod(softmax.softmax_loss_vectorized)


def search_hyperparameters(
    classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200
):
    results = {}
    best = None
    for reg in regs:
        for rate in learning_rates:
            model = classifier()
            model.train(
                X_train, y_train, learning_rate=rate, reg=reg, num_iters=num_iters, verbose=True
            )
            right = [
                np.count_nonzero(model.predict(X) == y) / len(y)
                for X, y in ((X_train, y_train), (X_val, y_val))
            ]
            if best is None or right[1] > max(val for _, val in results.values()):
                best = model
            results[(rate, reg)] = np.array(right)
    return best, results
