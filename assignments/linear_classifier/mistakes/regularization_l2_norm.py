"""l2: the norm, not its square."""

import numpy as np

FUNCTIONS = ["regularization.l2"]
RESULT = 0
TITLE = {
    "en": "The value has a square root too many",
    "ru": "В значении лишний квадратный корень",
}
HINT = {
    "en": "You take the norm √Σ W². The L2 regularization is the sum of squares itself, and 2W "
    "is its gradient.",
    "ru": "Вы берёте норму √Σ W². L2-регуляризация — сама сумма квадратов, и 2W — её градиент.",
}
CAUGHT_BY = ["regularization/test_l2_lecture", "regularization/test_l2_value"]


def one(W):
    return np.linalg.norm(W), 2 * W


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += W[index] ** 2
        dW[index] = 2 * W[index]
    return total**0.5, dW


def three(W):
    flat = W.ravel()
    return np.sqrt(flat.dot(flat)), np.add(W, W)
