"""SVM gradient gathered by np.add.at."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {
    "en": "SVM gradient gathered by np.add.at",
    "ru": "Градиент SVM, собранный через np.add.at",
}


def svm_loss(W, X, y, reg):
    scores = X @ W
    margins = scores - np.take_along_axis(scores, y[:, None], axis=1) + 1
    margins[np.arange(len(y)), y] = 0
    images, classes = np.nonzero(margins > 0)

    columns = np.zeros(W.shape[::-1])
    np.add.at(columns, classes, X[images])
    np.subtract.at(columns, y[images], X[images])
    loss = margins[images, classes].sum() / len(y) + reg * (W**2).sum()
    return loss, columns.T / len(y) + 2 * reg * W
