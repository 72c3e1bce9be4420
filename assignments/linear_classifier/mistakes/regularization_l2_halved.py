"""l2: the value has a factor 0.5."""

import numpy as np

FUNCTIONS = ["regularization.l2"]
RESULT = 0
TITLE = {
    "en": "The value has a factor 0.5",
    "ru": "В значении лишний множитель 0,5",
}
HINT = {
    "en": "R(W) is Σ W² here, without 0.5. Both conventions are in use; the gradient of Σ W² is "
    "2W, that of half of it W.",
    "ru": "Здесь R(W) — это Σ W², без 0,5. Встречаются оба соглашения; градиент Σ W² равен 2W, "
    "а половины — W.",
}
CAUGHT_BY = ["regularization/test_l2_lecture", "regularization/test_l2_value"]


def one(W):
    return 0.5 * np.sum(W * W), 2 * W


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += W[index] ** 2
        dW[index] = 2 * W[index]
    return total / 2, dW


def three(W):
    flat = W.ravel()
    return flat.dot(flat / 2), np.add(W, W)
