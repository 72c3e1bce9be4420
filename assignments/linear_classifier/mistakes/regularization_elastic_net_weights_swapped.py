"""elastic_net: β weighs L1 instead of L2."""

import numpy as np

FUNCTIONS = ["regularization.elastic_net"]
RESULT = 0
TITLE = {
    "en": "β weighs |W| instead of W²",
    "ru": "β стоит при |W|, а не при W²",
}
HINT = {
    "en": "Your value is Σ (W² + β |W|). In the lecture β is the share of L2: Σ (β W² + |W|).",
    "ru": "Ваше значение — Σ (W² + β |W|). В лекции β — доля L2: Σ (β W² + |W|).",
}
CAUGHT_BY = ["regularization/test_elastic_net_value"]


def one(W, beta):
    return np.sum(W * W + beta * np.abs(W)), 2 * beta * W + np.sign(W)


def two(W, beta):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += W[index] ** 2 + beta * abs(W[index])
        dW[index] = beta * 2 * W[index] + np.sign(W[index])
    return total, dW


def three(W, beta):
    flat, signs = W.ravel(), np.select([W > 0, W < 0], [1.0, -1.0])
    return flat.dot(flat) + beta * np.linalg.norm(flat, 1), beta * (W + W) + signs
