"""elastic_net: the gradient of L1 is missing."""

import numpy as np

FUNCTIONS = ["regularization.elastic_net"]
RESULT = 1
TITLE = {
    "en": "The gradient of |W| is missing",
    "ru": "В градиенте нет вклада |W|",
}
HINT = {
    "en": "Your gradient is that of β W² alone. Add the slope of |W|: 2βW + sign(W).",
    "ru": "Ваш градиент — только от β W². Прибавьте наклон |W|: 2βW + sign(W).",
}
CAUGHT_BY = ["regularization/test_elastic_net_gradient"]


def one(W, beta):
    return np.sum(beta * W * W + np.abs(W)), 2 * beta * W


def two(W, beta):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += beta * W[index] ** 2 + abs(W[index])
        dW[index] = beta * 2 * W[index]
    return total, dW


def three(W, beta):
    flat = W.ravel()
    return beta * flat.dot(flat) + np.linalg.norm(flat, 1), beta * (W + W)
