"""l2: the last row of W is left out."""

import numpy as np

FUNCTIONS = ["regularization.l2"]
RESULT = None
TITLE = {
    "en": "The last row of W is left out",
    "ru": "Последняя строка W пропущена",
}
HINT = {
    "en": "The value and the gradient leave out the last row, as if it were the bias. Here "
    "R(W) is the sum over all weights: l2 does not know which of them are biases.",
    "ru": "В значении и в градиенте пропущена последняя строка, будто это смещение. Здесь R(W) "
    "— сумма по всем весам: l2 не знает, какие из них смещения.",
}
CAUGHT_BY = ["regularization/test_l2_*"]


def one(W):
    kept = W[:-1]
    dW = 2 * W
    dW[-1] = 0
    return np.sum(kept * kept), dW


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for row in range(len(W) - 1):
        total += np.sum(W[row] ** 2)
        dW[row] = 2 * W[row]
    return total, dW


def three(W):
    weights = W.copy()
    weights[len(W) - 1] = 0.0
    return np.square(weights).sum(), weights + weights
