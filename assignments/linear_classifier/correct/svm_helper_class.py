"""SVM inside a class with properties."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {"en": "SVM inside a class with properties", "ru": "SVM внутри класса со свойствами"}


class Hinge:
    """The hinge loss of a linear classifier on some images."""

    delta = 1.0

    def __init__(self, W, X, y):
        self.W, self.X, self.y = W, X, y
        self.rows = np.arange(X.shape[0])

    @property
    def margins(self):
        scores = self.X @ self.W
        margins = scores - scores[self.rows, self.y].reshape(-1, 1) + self.delta
        margins[self.rows, self.y] = 0
        return margins.clip(min=0)

    @property
    def loss(self):
        return self.margins.sum(axis=1).mean()

    @property
    def gradient(self):
        slopes = np.sign(self.margins)
        slopes[self.rows, self.y] = -np.count_nonzero(slopes, axis=1)
        return (slopes.T @ self.X).T / len(self.rows)


def svm_loss(W, X, y, reg):
    hinge = Hinge(W, X, y)
    return hinge.loss + reg * (W**2).sum(), hinge.gradient + reg * 2 * W
