"""l2: the value alone is returned."""

import numpy as np

FUNCTIONS = ["regularization.l2"]
RESULT = None
TITLE = {
    "en": "Only the value is returned",
    "ru": "Возвращено только значение",
}
HINT = {
    "en": "The function returns a number. It must return two things: R(W) and its gradient by W.",
    "ru": "Функция возвращает число, а должна возвращать пару: R(W) и её градиент по W.",
}
CAUGHT_BY = ["regularization/test_l2_*"]


def one(W):
    return np.sum(W * W)


def two(W):
    total = 0.0
    for index in np.ndindex(W.shape):
        total += W[index] ** 2
    return total


def three(W):
    flat = W.flatten()
    return flat.dot(flat)
