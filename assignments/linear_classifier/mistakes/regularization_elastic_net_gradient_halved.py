"""elastic_net: the gradient of L2 lacks its factor 2."""

import numpy as np

FUNCTIONS = ["regularization.elastic_net"]
RESULT = 1
TITLE = {
    "en": "The gradient of β W² lacks the factor 2",
    "ru": "В градиенте β W² нет множителя 2",
}
HINT = {
    "en": "You have βW + sign(W). The derivative of β w² is 2βw.",
    "ru": "У вас βW + sign(W). Производная β w² равна 2βw.",
}
CAUGHT_BY = ["regularization/test_elastic_net_gradient"]


def one(W, beta):
    return np.sum(beta * W * W + np.abs(W)), beta * W + np.sign(W)


def two(W, beta):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += beta * W[index] ** 2 + abs(W[index])
        dW[index] = beta * W[index] + np.sign(W[index])
    return total, dW


def three(W, beta):
    flat, signs = W.ravel(), np.select([W > 0, W < 0], [1.0, -1.0])
    return beta * flat.dot(flat) + np.linalg.norm(flat, 1), np.multiply(beta, W) + signs
