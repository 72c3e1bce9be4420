"""SVM gradient: the gradient is transposed, (C, D) instead of (D, C)."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The gradient is transposed",
    "ru": "Градиент транспонирован",
}
HINT = {
    "en": "dW must have the shape of W, (D, C): element (d, c) is the derivative by W[d, c]. "
    "Yours is (C, D), as on the slide, where W is transposed. X.T @ dscores gives (D, C).",
    "ru": "dW должна иметь форму W, то есть (D, C): элемент (d, c) — производная по W[d, c]. У "
    "вас (C, D), как на слайде, где W транспонирована. Форму (D, C) даёт X.T @ dscores.",
}
CAUGHT_BY = [
    "svm/test_*_gradient",
    "svm/test_naive_agrees_with_vectorized",
    "svm/test_vectorized_kink",
    "svm/test_*_regularization",
    "svm/test_*_unchanged",
    "svm/test_*_float32",
    "svm/test_*_speed",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW.T


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss = loss / N + reg * np.sum(W**2)
    dW = (dW / N + 2 * reg * W).transpose()
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->cd", X, slopes) / X.shape[0] + reg * (W + W).T
    return loss, dW
