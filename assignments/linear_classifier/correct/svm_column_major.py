"""SVM gradient in column-major order, built class by class."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {
    "en": "SVM gradient in column-major order, built class by class",
    "ru": "Градиент SVM по столбцам, класс за классом",
}


def svm_loss(W, X, y, reg):
    N = X.shape[0]
    scores = np.asfortranarray(X @ W)
    correct = scores[np.arange(N), y]
    slopes = np.zeros(scores.shape, order="F")
    dW = np.empty(W.shape, order="F")
    loss = 0.0
    for c in range(W.shape[1]):
        margins = np.where(y == c, 0, scores[:, c] - correct + 1)
        loss += margins[margins > 0].sum()
        slopes[margins > 0, c] = 1
    violations = slopes.sum(axis=1)
    for c in range(W.shape[1]):
        slopes[y == c, c] = -violations[y == c]
        dW[:, c] = slopes[:, c] @ X / N + 2 * reg * W[:, c]
    return loss / N + reg * np.sum(W**2), dW
