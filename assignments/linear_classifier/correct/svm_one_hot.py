"""SVM with one-hot labels and masks."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {"en": "SVM with one-hot labels and masks", "ru": "SVM с one-hot-метками и масками"}


def svm_loss(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    correct = np.arange(C) == y.reshape(-1, 1)
    scores = X.dot(W)
    margins = np.where(correct, 0, scores - scores[correct].reshape(N, 1) + 1.0)
    violated = np.greater(margins, 0)
    slopes = violated - correct * violated.sum(1, keepdims=True)
    loss = margins[violated].sum() / N + reg * np.linalg.norm(W) ** 2
    return loss, np.dot(X.T, slopes) / N + reg * (W + W)
