"""l1: the gradient is summed to one number."""

import numpy as np

FUNCTIONS = ["regularization.l1"]
RESULT = 1
TITLE = {
    "en": "The gradient is one number",
    "ru": "Градиент — одно число",
}
HINT = {
    "en": "Your gradient is the sum of the signs. A gradient has the shape of W: one slope for "
    "each weight, np.sign(W), without a sum.",
    "ru": "Ваш градиент — сумма знаков. Форма у градиента та же, что у W: свой наклон для "
    "каждого веса, np.sign(W), без суммы.",
}
CAUGHT_BY = ["regularization/test_l1_gradient", "regularization/test_l1_kink"]


def one(W):
    return np.sum(np.abs(W)), np.sum(np.sign(W))


def two(W):
    total, slope = 0.0, 0.0
    for w in W.ravel():
        total += abs(w)
        if w != 0:
            slope += w / abs(w)
    return total, slope


def three(W):
    slope = np.count_nonzero(W > 0) - np.count_nonzero(W < 0)
    return np.linalg.norm(W.ravel(), 1), float(slope)
