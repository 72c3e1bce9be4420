"""SVM computed in float32."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {"en": "SVM computed in float32", "ru": "SVM, посчитанный в float32"}


def svm_loss(W, X, y, reg):
    W, X = np.float32(W), np.float32(X)
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(np.float32(0), scores - scores[rows, y, None] + np.float32(1))
    margins[rows, y] = 0
    slopes = (margins > 0).astype(np.float32)
    slopes[rows, y] -= slopes.sum(axis=1)
    loss = margins.sum(dtype=np.float32) / np.float32(len(y)) + np.float32(reg) * (W * W).sum()
    return loss, X.T @ slopes / np.float32(len(y)) + np.float32(2 * reg) * W
