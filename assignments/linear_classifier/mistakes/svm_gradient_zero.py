"""SVM gradient: the gradient is left at zero."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The gradient is left at zero",
    "ru": "Градиент так и остался нулевым",
}
HINT = {
    "en": "dW is the matrix of zeros that it starts as, whatever the data. Fill it where you "
    "compute the loss: every positive margin changes two of its columns.",
    "ru": "При любых данных dW остаётся матрицей нулей, с которой всё начинается. Заполняйте её "
    "там же, где считаете потери: каждый положительный отступ меняет два её столбца.",
}
CAUGHT_BY = [
    "svm/test_*_gradient",
    "svm/test_naive_agrees_with_vectorized",
    "svm/test_vectorized_kink",
    "svm/test_*_regularization",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dW = np.zeros_like(W)
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                loss += margin
    loss = loss / N + reg * np.sum(W**2)
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    dW = 0 * W
    return loss, dW
