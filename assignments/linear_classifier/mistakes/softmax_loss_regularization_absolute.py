"""Softmax loss: the regularization is L1 instead of L2."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
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
CAUGHT_BY = ["softmax/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(np.abs(W))

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(C):
            p = np.exp(scores[j] - log_sum)
            dW[:, j] += p * X[i]
        dW[:, y[i]] -= X[i]
    loss = loss / N + reg * sum(abs(w) for row in W for w in row)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * (W * np.sign(W)).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
