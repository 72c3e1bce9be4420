"""SVM loss: the loss is left at 0."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The loss is left at 0",
    "ru": "Потери так и остались нулевыми",
}
HINT = {
    "en": "The function returns the loss 0 for whatever data: it keeps the value that it starts "
    "with. Check that you assign what you compute to `loss`, and return that.",
    "ru": "При любых данных функция возвращает потери 0 — то значение, с которого начинает. "
    "Проверьте, что вычисленное вы присваиваете `loss` и именно его возвращаете.",
}
CAUGHT_BY = [
    "svm/test_*_lecture",
    "svm/test_*_loss",
    "svm/test_naive_agrees_with_vectorized",
    "svm/test_*_regularization",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return 0.0, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    loss = np.zeros(())

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
