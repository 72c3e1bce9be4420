"""Softmax loss: exp of the scores themselves, without a shift, overflows."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "exp overflows: the scores are not shifted",
    "ru": "exp переполняется: оценки не сдвинуты",
}
HINT = {
    "en": "exp(1000) is infinite and exp(-1000) is 0, and then the loss is NaN or infinite. "
    "Softmax does not change when a constant is added to all scores of an image: subtract "
    "the largest score of each row before exp.",
    "ru": "exp(1000) — бесконечность, exp(-1000) — ноль, и потери становятся NaN или "
    "бесконечностью. Softmax не меняется, если ко всем оценкам изображения прибавить одно "
    "число: до exp вычтите из каждой строки её наибольшую оценку.",
}
CAUGHT_BY = ["softmax/test_*_stable"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    raw = np.exp(X @ W)
    losses = -np.log(raw[rows, y] / np.sum(raw, axis=1))
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        raw = [np.exp(score) for score in scores]
        loss -= np.log(raw[y[i]] / sum(raw))
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        for j in range(C):
            p = np.exp(scores[j] - log_sum)
            dW[:, j] += p * X[i]
        dW[:, y[i]] -= X[i]
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    p = np.exp(scores) / np.exp(scores).sum(axis=1)[:, None]
    losses = -np.log(np.take_along_axis(p, y[:, None], axis=1))
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
