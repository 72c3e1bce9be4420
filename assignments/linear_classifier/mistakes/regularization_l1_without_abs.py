"""l1: the weights are summed with their signs."""

import numpy as np

FUNCTIONS = ["regularization.l1"]
RESULT = 0
TITLE = {
    "en": "The weights are summed with their signs",
    "ru": "Веса сложены со своими знаками",
}
HINT = {
    "en": "You sum W itself, so positive and negative weights cancel. L1 sums absolute values: "
    "Σ |W|.",
    "ru": "Вы складываете сами веса, и положительные с отрицательными взаимно уничтожаются. L1 "
    "складывает модули: Σ |W|.",
}
CAUGHT_BY = ["regularization/test_l1_value"]


def one(W):
    return np.sum(W), np.sign(W)


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += W[index]
        dW[index] = float(W[index] > 0) - float(W[index] < 0)
    return total, dW


def three(W):
    slopes = np.select([W > 0, W < 0], [1.0, -1.0])
    return W.ravel().dot(np.ones(W.size)), slopes
