"""Softmax gradient in two parts: expected minus observed."""

import numpy as np

FUNCTIONS = {
    "softmax.softmax_loss_naive": "softmax_loss",
    "softmax.softmax_loss_vectorized": "softmax_loss",
}
TITLE = {
    "en": "Softmax gradient in two parts: expected minus observed",
    "ru": "Градиент softmax из двух частей: ожидание минус наблюдение",
}


def softmax_loss(W, X, y, reg):
    scores = X @ W
    scores = scores - np.amax(scores, axis=1)[:, None]
    totals = np.exp(scores).sum(axis=1)
    losses = np.log(totals) - scores[range(len(y)), y]

    expected = X.T @ (np.exp(scores) / totals[:, None])
    observed = np.zeros(W.shape[::-1])
    np.add.at(observed, y, X)
    dW = (expected - observed.T) / len(y)
    return np.average(losses) + reg * np.sum(W**2), dW + 2 * reg * W
