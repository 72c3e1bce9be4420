"""l1: the mean of |W| instead of the sum."""

import numpy as np

FUNCTIONS = ["regularization.l1"]
RESULT = 0
TITLE = {
    "en": "The mean of |w| instead of the sum",
    "ru": "Среднее |w| вместо суммы",
}
HINT = {
    "en": "You take the mean of |w|. The regularization is the sum over all weights: the more "
    "of them, the larger it is.",
    "ru": "Вы берёте среднее |w|. Регуляризация — сумма по всем весам: чем их больше, тем она "
    "больше.",
}
CAUGHT_BY = ["regularization/test_l1_lecture", "regularization/test_l1_value"]


def one(W):
    return np.mean(np.abs(W)), np.sign(W)


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += abs(W[index])
        dW[index] = np.sign(W[index])
    return total / W.size, dW


def three(W):
    slopes = np.select([W > 0, W < 0], [1.0, -1.0])
    return np.linalg.norm(W.ravel(), 1) / slopes.size, slopes
