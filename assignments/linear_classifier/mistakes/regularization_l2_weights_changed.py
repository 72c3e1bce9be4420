"""l2: W is changed in place."""

import numpy as np

FUNCTIONS = ["regularization.l2"]
RESULT = None
TITLE = {
    "en": "W is changed in place",
    "ru": "W изменена на месте",
}
HINT = {
    "en": "After the call W is not what it was: `W *= 2` or `W **= 2` writes into the caller's "
    "array. Write 2 * W and W**2, which make new ones.",
    "ru": "После вызова W уже не та: `W *= 2` или `W **= 2` пишет в массив вызвавшего. Пишите 2 "
    "* W и W**2 — получатся новые массивы.",
}
CAUGHT_BY = ["regularization/test_l2_unchanged"]


def shows(facts):
    return None if "changed" not in facts else bool(facts["changed"])


def one(W):
    value = np.sum(W * W)
    W *= 2
    return value, W


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += W[index] ** 2
        dW[index] = 2 * W[index]
        W[index] **= 2
    return total, dW


def three(W):
    flat = W.flatten()
    return flat.dot(flat), np.add(W, W, out=W)
