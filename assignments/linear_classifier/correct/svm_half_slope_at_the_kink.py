"""SVM that takes half the slope where a margin is 0."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {
    "en": "SVM that takes half the slope where a margin is 0",
    "ru": "SVM, где при нулевом отступе берётся половина наклона",
}


def svm_loss(W, X, y, reg):
    wrong = np.ones((len(y), W.shape[1]))
    np.put_along_axis(wrong, y[:, None], 0.0, axis=1)
    scores = X @ W
    margins = (scores - np.take_along_axis(scores, y[:, None], axis=1) + 1) * wrong
    slopes = (1 + np.sign(margins)) / 2 * wrong
    slopes -= (1 - wrong) * slopes.sum(axis=1, keepdims=True)
    loss = (margins + np.abs(margins)).sum() / 2 / len(y) + reg * np.sum(W * W)
    return loss, X.T @ slopes / len(y) + 2 * reg * W
