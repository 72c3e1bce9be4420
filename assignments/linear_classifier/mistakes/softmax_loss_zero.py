"""Softmax loss: the loss is left at 0."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The loss is left at 0",
    "ru": "Потери так и остались нулевыми",
}
HINT = {
    "en": "The function returns the loss 0 for whatever data: it keeps the value that it starts "
    "with. Check that you assign what you compute to `loss`, and return that.",
    "ru": "При любых данных функция возвращает потери 0 — то значение, с которого начинает. "
    "Проверьте, что вычисленное вы присваиваете `loss` и именно его возвращаете.",
}
CAUGHT_BY = [
    "softmax/test_*_lecture",
    "softmax/test_*_loss",
    "softmax/test_naive_agrees_with_vectorized",
    "softmax/test_*_regularization",
    "softmax/test_*_versus_svm",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return 0.0, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        for j in range(C):
            p = np.exp(scores[j] - log_sum)
            dW[:, j] += p * X[i]
        dW[:, y[i]] -= X[i]
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    loss = np.zeros(())

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
