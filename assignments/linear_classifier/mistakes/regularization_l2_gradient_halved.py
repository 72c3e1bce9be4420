"""l2: the gradient is W."""

import numpy as np

FUNCTIONS = ["regularization.l2"]
RESULT = 1
TITLE = {
    "en": "The gradient is W, not 2W",
    "ru": "Градиент равен W, а не 2W",
}
HINT = {
    "en": "The derivative of w² is 2w. Your gradient is W: it belongs to half of Σ W².",
    "ru": "Производная w² — это 2w. Ваш градиент равен W: такой он у половины Σ W².",
}
CAUGHT_BY = ["regularization/test_l2_gradient"]


def one(W):
    return np.sum(W * W), W.copy()


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += W[index] ** 2
        dW[index] = W[index]
    return total, dW


def three(W):
    flat = W.ravel()
    return flat.dot(flat), np.multiply(W, 1.0)
