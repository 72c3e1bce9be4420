"""Softmax gradient: 2 · reg · W is added before the division by N."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The regularization's gradient is divided by N too",
    "ru": "Градиент регуляризации тоже поделён на N",
}
HINT = {
    "en": "You add 2 · reg · W before dividing dW by N, so it is divided as well. The "
    "regularization belongs to W, not to the images: average the data part first, then "
    "add it.",
    "ru": "Вы прибавляете 2 · reg · W до деления dW на N, и она делится тоже. Регуляризация "
    "относится к W, а не к изображениям: сначала усредните часть от данных, потом "
    "прибавьте её.",
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
    dW = (X.T @ dscores + 2 * reg * W) / len(y)
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
    dW = (dW + 2 * reg * W) / N
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W) / len(X)
    return loss, dW
