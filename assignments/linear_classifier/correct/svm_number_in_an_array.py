"""SVM whose loss is an array of one number, in a list."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss"}
TITLE = {
    "en": "SVM whose loss is an array of one number, in a list",
    "ru": "SVM: потери — массив из одного числа, ответ — список",
}


def svm_loss(W, X, y, reg):
    rows = np.arange(X.shape[0])
    scores = (W.T @ X.T).T
    margins = np.clip(scores - scores[rows, y][:, np.newaxis] + 1, 0, np.inf)
    margins[rows, y] = 0.0
    slopes = 1.0 * (margins != 0)
    slopes[rows, y] = -slopes @ np.ones(W.shape[1])
    loss = np.array([margins.sum() / len(rows) + reg * np.square(W).sum()])
    return [loss, X.T @ slopes / len(rows) + 2 * reg * W]
