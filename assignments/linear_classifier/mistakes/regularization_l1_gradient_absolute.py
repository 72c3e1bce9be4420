"""l1: the gradient is |W|."""

import numpy as np

FUNCTIONS = ["regularization.l1"]
RESULT = 1
TITLE = {
    "en": "The gradient is |W|, not its slope",
    "ru": "Градиент равен |W|, а не наклону |W|",
}
HINT = {
    "en": "You return |W| as the gradient. The slope of |w| does not depend on how large w is: "
    "it is 1 or -1, np.sign(W).",
    "ru": "Вы возвращаете |W| в качестве градиента. Наклон |w| не зависит от величины w: он "
    "равен 1 или -1, np.sign(W).",
}
CAUGHT_BY = ["regularization/test_l1_gradient"]


def one(W):
    return np.sum(np.abs(W)), np.abs(W)


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += abs(W[index])
        dW[index] = abs(W[index])
    return total, dW


def three(W):
    slopes = np.sqrt(W**2)
    return np.linalg.norm(W.ravel(), 1), slopes
