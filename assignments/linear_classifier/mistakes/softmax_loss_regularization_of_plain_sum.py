"""Softmax loss: the regularization is reg · ΣW, not reg · ΣW²."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The weights are not squared in the regularization",
    "ru": "В регуляризации веса не возведены в квадрат",
}
HINT = {
    "en": "L2 regularization sums the squares, reg · ΣW². You sum the weights themselves: "
    "positive and negative ones cancel, and large negative weights even lower the loss.",
    "ru": "L2-регуляризация складывает квадраты: reg · ΣW². Вы складываете сами веса: "
    "положительные и отрицательные взаимно уничтожаются, а большие отрицательные даже "
    "уменьшают потери.",
}
CAUGHT_BY = ["softmax/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W)

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
    loss = loss / N + reg * sum(map(sum, W))
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.einsum("dc->", W)

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
