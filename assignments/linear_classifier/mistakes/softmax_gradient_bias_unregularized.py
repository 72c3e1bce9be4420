"""Softmax gradient: the last row of W is left out of the regularization."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The last row of dW lacks the regularization",
    "ru": "В последней строке dW нет регуляризации",
}
HINT = {
    "en": "The last row of W gets no 2 · reg · W, perhaps to spare the bias. That is a known "
    "variant, but here the bias is a weight like the others: regularize the whole of W.",
    "ru": "Последняя строка W не получает 2 · reg · W — видимо, чтобы не трогать смещение. "
    "Такой вариант известен, но здесь смещение — такой же вес, как другие: регуляризуйте "
    "всю матрицу W.",
}
CAUGHT_BY = ["softmax/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W * (np.arange(len(W)) < len(W) - 1)[:, np.newaxis]
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
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N
    dW[:-1] += 2 * reg * W[:-1]
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * np.vstack(
        [2 * W[:-1], np.zeros_like(W[-1:])]
    )
    return loss, dW
