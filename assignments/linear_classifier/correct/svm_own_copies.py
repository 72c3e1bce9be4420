"""SVM that works in place on its own copies."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {
    "en": "SVM that works in place on its own copies",
    "ru": "SVM, который меняет на месте свои копии",
}


def svm_loss(W, X, y, reg):
    W, X = W.copy(), X.copy()
    N = X.shape[0]
    rows = np.arange(N)
    margins = X @ W
    margins -= margins[rows, y].copy()[:, None]
    margins += 1
    margins[rows, y] = 0
    np.maximum(margins, 0, out=margins)
    loss = margins.sum() / N
    loss += reg * np.sum(W * W)
    margins[margins > 0] = 1
    margins[rows, y] -= margins.sum(axis=1)
    X /= N
    W *= 2 * reg
    W += X.T @ margins
    return loss, W
