"""SVM loss: the regularization is L1 instead of L2."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "L1 regularization instead of L2",
    "ru": "Регуляризация L1 вместо L2",
}
HINT = {
    "en": "You add reg · Σ|W|, the L1 regularization. This loss takes L2, reg · ΣW², which "
    "prefers weights spread over many features; L1 does not (see the lecture's slide on "
    "w₁ and w₂).",
    "ru": "Вы прибавляете reg · Σ|W| — это регуляризация L1. Здесь нужна L2, reg · ΣW²: она "
    "предпочитает веса, распределённые по многим признакам, а L1 — нет (см. слайд лекции "
    "о w₁ и w₂).",
}
CAUGHT_BY = ["svm/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + reg * np.sum(np.abs(W))

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    dW = X.T @ dscores / len(y) + 2 * reg * W
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
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss = loss / N + reg * sum(abs(w) for row in W for w in row)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * (W * np.sign(W)).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
