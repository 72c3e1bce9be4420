"""Softmax gradient: the largest score of all images is subtracted from each."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The shift in the gradient is the whole matrix's maximum",
    "ru": "Сдвиг в градиенте взят по всей матрице",
}
HINT = {
    "en": "np.max(scores) without an axis is one number for all images. An image whose scores "
    "lie far below it gets exponents of 0 only, and its probabilities 0/0 make dW NaN. "
    "Subtract from each row its own maximum: axis=1, keepdims=True.",
    "ru": "np.max(scores) без оси — одно число на все изображения. Если оценки какого-то "
    "изображения намного меньше, все его экспоненты — нули, а вероятности 0/0 превращают "
    "dW в NaN. Вычитайте из каждой строки её собственный максимум: axis=1, keepdims=True.",
}
CAUGHT_BY = ["softmax/test_*_stable"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    raw = np.exp(X @ W - np.max(X @ W))
    dscores = raw / np.sum(raw, axis=1, keepdims=True)
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
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(C):
            p = raw[j] / np.sum(raw)
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
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    raw = np.exp(scores - np.amax(scores))
    slopes = (raw.T / raw.sum(axis=1)).T - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
