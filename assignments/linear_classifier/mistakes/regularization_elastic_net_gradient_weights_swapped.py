"""elastic_net: in the gradient β weighs the sign instead of 2W."""

import numpy as np

FUNCTIONS = ["regularization.elastic_net"]
RESULT = 1
TITLE = {
    "en": "β weighs the sign instead of 2W in the gradient",
    "ru": "В градиенте β стоит при знаке, а не при 2W",
}
HINT = {
    "en": "Your gradient is 2W + β sign(W). β is the share of L2, so it stays with its "
    "gradient: 2βW + sign(W).",
    "ru": "Ваш градиент — 2W + β sign(W). β — доля L2 и остаётся при её градиенте: 2βW + sign(W).",
}
CAUGHT_BY = ["regularization/test_elastic_net_gradient", "regularization/test_elastic_net_kink"]


def one(W, beta):
    return np.sum(beta * W * W + np.abs(W)), 2 * W + beta * np.where(W > 0, 1.0, -1.0)


def two(W, beta):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += beta * W[index] ** 2 + abs(W[index])
        dW[index] = 2 * W[index] + (beta if W[index] > 0 else -beta)
    return total, dW


def three(W, beta):
    flat, signs = W.ravel(), 2.0 * (W > 0) - 1.0
    return beta * flat.dot(flat) + np.linalg.norm(flat, 1), W + W + beta * signs
