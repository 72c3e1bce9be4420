"""Softmax: the labels are read as if they began at 1."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "The labels are read as if they began at 1",
    "ru": "Метки читаются так, будто нумерация с 1",
}
HINT = {
    "en": "Both results belong to other labels: y[i] - 1 stands where y[i] should. In NumPy "
    "the classes are the columns 0 to C - 1, and y[i] is the column itself; -1 silently "
    "means the last one.",
    "ru": "Оба результата посчитаны для других меток: вместо y[i] стоит y[i] - 1. В NumPy "
    "классы — это столбцы от 0 до C - 1, и y[i] — номер столбца; а индекс -1 молча "
    "означает последний.",
}
CAUGHT_BY = ["softmax/test_naive_[!r]*", "softmax/test_vectorized_[!r]*"]


def one(W, X, y, reg):
    rows, columns = np.arange(len(y)), y - 1
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, columns]

    dscores = exps / sums
    dscores[rows, columns] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return np.sum(losses) / len(y) + reg * np.sum(W * W), dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i] - 1]
        for j in range(C):
            dW[:, j] += np.exp(scores[j] - log_sum) * X[i]
        dW[:, y[i] - 1] -= X[i]
    return loss / N + reg * np.sum(W**2), dW / N + 2 * reg * W


def three(W, X, y, reg):
    target = np.roll(np.eye(W.shape[1])[y], -1, axis=1)
    logits = np.einsum("nd,dc->nc", X, W)
    logits = logits - logits.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    dW = np.einsum("nd,nc->dc", X, np.exp(log_p) - target) / X.shape[0] + reg * (W + W)
    return -(target * log_p).sum(axis=1).mean() + reg * np.square(W).sum(), dW
