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
