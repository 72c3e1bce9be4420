"""Softmax loss: the largest score of all images is subtracted from each."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The shift is the maximum of the whole matrix",
    "ru": "Сдвиг взят по всей матрице",
}
HINT = {
    "en": "np.max(scores) without an axis is one number for all images. Where an image's own "
    "scores lie far below it, all its exponents round to 0, and 0/0 is NaN. Subtract from "
    "each row its own maximum: axis=1, keepdims=True.",
    "ru": "np.max(scores) без оси — одно число на все изображения. Если оценки какого-то "
    "изображения намного меньше, все его экспоненты округляются до нуля, а 0/0 — это NaN. "
    "Вычитайте из каждой строки её собственный максимум: axis=1, keepdims=True.",
}
CAUGHT_BY = ["softmax/test_*_stable"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    raw = np.exp(X @ W - np.max(X @ W))
    losses = -np.log(raw[rows, y] / np.sum(raw, axis=1))
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    largest = max(np.ravel(X @ W))
    for i in range(N):
        scores = X[i].dot(W)
        raw = np.exp(scores - largest)
        loss -= np.log(raw[y[i]] / np.sum(raw))
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
    raw = np.exp(scores - np.amax(scores))
    losses = -np.log((raw * target).sum(axis=1) / raw.sum(axis=1))
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
