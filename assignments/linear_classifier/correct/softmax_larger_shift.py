"""Softmax shifted by a little more than the maximum."""

import numpy as np

FUNCTIONS = {
    "softmax.softmax_loss_naive": "softmax_loss",
    "softmax.softmax_probabilities": "probabilities",
}
TITLE = {
    "en": "Softmax shifted by a little more than the maximum",
    "ru": "Softmax со сдвигом чуть больше максимума",
}


def probabilities(scores):
    scores = np.array(scores, dtype=float)
    exps = np.exp(scores - (scores.max(-1, keepdims=True) + 5))
    return np.divide(exps, exps.sum(-1, keepdims=True), out=exps).tolist()


def softmax_loss(W, X, y, reg):
    loss, columns = 0.0, [np.zeros(W.shape[0]) for _ in range(W.shape[1])]
    for i in range(len(X)):
        scores = X[i] @ W
        ahead = scores - scores[y[i]]
        top = max(ahead)
        loss += top + np.log(np.exp(ahead - top).sum())
        for c, p in enumerate(probabilities(scores)):
            columns[c] = columns[c] + (p - 1 if c == y[i] else p) * X[i]
    dW = np.column_stack(columns) / len(X) + 2 * reg * W
    return loss / len(X) + reg * (W * W).sum(), dW
