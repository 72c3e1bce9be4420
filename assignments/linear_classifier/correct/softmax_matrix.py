"""Softmax with np.matrix, whose gradient is a matrix."""

import numpy as np

FUNCTIONS = {"softmax.softmax_loss_naive": "softmax_loss"}
TITLE = {
    "en": "Softmax with np.matrix, whose gradient is a matrix",
    "ru": "Softmax на np.matrix: градиент — матрица",
}


def softmax_loss(W, X, y, reg):
    weights, images = np.asmatrix(W), np.asmatrix(X)
    loss, dW = 0, np.asmatrix(np.zeros(W.shape))
    for x, label in zip(images, y, strict=True):
        scores = x * weights
        scores = scores - scores.max()
        exps = np.exp(scores)
        loss += np.log(exps.sum()) - scores[0, label]
        slopes = exps / exps.sum()
        slopes[0, label] -= 1
        dW += x.T * slopes
    penalty = reg * np.sum(np.multiply(weights, weights))
    return loss / len(y) + penalty, dW / len(y) + 2 * reg * weights
