"""SVM with np.matrix, whose gradient is a matrix."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss"}
TITLE = {
    "en": "SVM with np.matrix, whose gradient is a matrix",
    "ru": "SVM на np.matrix: градиент — матрица",
}


def svm_loss(W, X, y, reg):
    weights, images = np.asmatrix(W), np.asmatrix(X)
    scores = images * weights
    slopes = np.asmatrix(np.zeros(scores.shape))
    total = 0
    for i, label in enumerate(y):
        for j in range(weights.shape[1]):
            margin = scores[i, j] - scores[i, label] + 1
            if j != label and margin > 0:
                total += margin
                slopes[i, j] += 1
                slopes[i, label] -= 1
    penalty = reg * np.trace(weights.T * weights)
    return total / len(y) + penalty, images.T * slopes / len(y) + 2 * reg * weights
