"""Softmax loss: the logarithm has base 10."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The logarithm has base 10",
    "ru": "Логарифм десятичный",
}
HINT = {
    "en": "The loss is -ln p, with the natural logarithm; yours is smaller by the factor ln 10 "
    "≈ 2.303, as with np.log10. For equal scores of C classes the loss is ln C, see "
    "softmax Q2.",
    "ru": "Потери — это -ln p, с натуральным логарифмом; ваши меньше в ln 10 ≈ 2,303 раза, как "
    "с np.log10. При равных оценках C классов потери равны ln C, см. вопрос Q2 о softmax.",
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
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) / np.log(10) + reg * np.sum(W * W)

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
        loss -= (scores[y[i]] - log_sum) * np.log10(np.e)
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
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() * np.log10(np.exp(1)) + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
