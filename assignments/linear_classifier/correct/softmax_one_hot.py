"""Softmax with one-hot labels and einsum."""

import numpy as np

FUNCTIONS = {
    "softmax.softmax_loss_naive": "softmax_loss",
    "softmax.softmax_loss_vectorized": "softmax_loss",
}
TITLE = {"en": "Softmax with one-hot labels and einsum", "ru": "Softmax с one-hot-метками и einsum"}


def softmax_loss(W, X, y, reg):
    N = X.shape[0]
    target = np.zeros((N, W.shape[1]))
    target[np.arange(N), y] = 1
    scores = np.einsum("nd,dc->nc", X, W, optimize=True)
    scores -= scores.max(axis=1, keepdims=True)
    log_p = scores - np.log(np.einsum("nc->n", np.exp(scores)))[:, None]
    loss = -np.einsum("nc,nc->", target, log_p) / N + reg * np.einsum("dc,dc->", W, W)
    dW = np.einsum("nd,nc->dc", X, np.exp(log_p) - target, optimize=True) / N
    return loss, dW + reg * W * 2
