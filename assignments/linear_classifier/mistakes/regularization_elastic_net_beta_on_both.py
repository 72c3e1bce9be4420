"""elastic_net: β weighs both parts."""

import numpy as np

FUNCTIONS = ["regularization.elastic_net"]
RESULT = 0
TITLE = {
    "en": "β weighs both parts",
    "ru": "β стоит при обоих слагаемых",
}
HINT = {
    "en": "You multiply the whole sum by β. It belongs to W² only: Σ (β W² + |W|); mind the "
    "brackets.",
    "ru": "Вы умножаете на β всю сумму. Он относится только к W²: Σ (β W² + |W|); следите за "
    "скобками.",
}
CAUGHT_BY = ["regularization/test_elastic_net_value"]


def one(W, beta):
    return np.sum(beta * (W * W + np.abs(W))), 2 * beta * W + np.sign(W)


def two(W, beta):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += beta * W[index] ** 2 + beta * abs(W[index])
        dW[index] = beta * 2 * W[index] + np.sign(W[index])
    return total, dW


def three(W, beta):
    flat, signs = W.ravel(), np.select([W > 0, W < 0], [1.0, -1.0])
    return beta * (flat.dot(flat) + np.linalg.norm(flat, 1)), beta * (W + W) + signs
