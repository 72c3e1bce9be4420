"""Softmax computed in float32."""

import numpy as np

FUNCTIONS = {
    "softmax.softmax_loss_naive": "softmax_loss",
    "softmax.softmax_loss_vectorized": "softmax_loss",
    "softmax.softmax_probabilities": "probabilities",
}
TITLE = {"en": "Softmax computed in float32", "ru": "Softmax, посчитанный в float32"}


def probabilities(scores):
    scores = np.asarray(scores - np.max(scores, axis=-1, keepdims=True), dtype=np.float32)
    exps = np.exp(scores)
    return exps / exps.sum(axis=-1, keepdims=True)


def softmax_loss(W, X, y, reg):
    W, X = W.astype(np.float32), X.astype(np.float32)
    rows = np.arange(len(y))
    scores = X @ W
    scores -= scores.max(axis=1, keepdims=True)
    losses = np.log(np.exp(scores).sum(axis=1)) - scores[rows, y]
    slopes = probabilities(scores)
    slopes[rows, y] -= 1
    loss = losses.mean() + np.float32(reg) * np.square(W).sum()
    return np.float32(loss), X.T @ slopes / np.float32(len(y)) + np.float32(2 * reg) * W
