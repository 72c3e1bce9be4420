"""Softmax loss: the exponents are normalized over the images, not the classes."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The softmax is taken over the images",
    "ru": "Softmax взят по изображениям",
}
HINT = {
    "en": "You divide by the sum over the images (axis=0). Probabilities compare the classes of "
    "one image, so each row sums to 1: sum over axis=1 with keepdims=True.",
    "ru": "Вы делите на сумму по изображениям (axis=0). Вероятности сравнивают классы одного "
    "изображения, поэтому до 1 суммируется каждая строка: берите сумму по axis=1 с "
    "keepdims=True.",
}
CAUGHT_BY = [
    "softmax/test_*_lecture",
    "softmax/test_*_loss",
    "softmax/test_naive_agrees_with_vectorized",
    "softmax/test_*_versus_svm",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    columns = X @ W - np.max(X @ W, axis=0)
    losses = np.log(np.sum(np.exp(columns), axis=0))[y] - columns[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    columns = X.dot(W).T
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        column = columns[y[i]] - max(columns[y[i]])
        loss += np.log(np.sum(np.exp(column))) - column[i]
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
    columns = scores - scores.max(axis=0)
    log_q = columns - np.log(np.exp(columns).sum(axis=0))
    losses = -(target * log_q).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
