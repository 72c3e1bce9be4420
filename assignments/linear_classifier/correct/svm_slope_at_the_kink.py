"""SVM that takes the whole slope where a margin is 0."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {
    "en": "SVM that takes the whole slope where a margin is 0",
    "ru": "SVM, где при нулевом отступе берётся весь наклон",
}


def svm_loss(W, X, y, reg):
    rows = np.arange(y.size)
    scores = X @ W
    margins = scores - scores[rows, y][:, None] + 1
    margins[rows, y] = -1
    slopes = np.heaviside(margins, 1.0)
    slopes[rows, y] = -slopes.sum(axis=1)
    loss = np.maximum(margins, 0).sum() / y.size + reg * np.vdot(W, W)
    return loss, X.T @ slopes / y.size + 2 * reg * W
