"""cross_entropy: the target and the prediction are swapped."""

import numpy as np

FUNCTIONS = ["softmax.cross_entropy"]
RESULT = None
TITLE = {
    "en": "p and q are swapped",
    "ru": "p и q переставлены",
}
HINT = {
    "en": "You take -Σ q log p. The logarithm is that of the prediction q, weighted by the "
    "target p: -Σ p log q. Swapped, a one-hot target gives log 0.",
    "ru": "Вы берёте -Σ q log p. Логарифм — от предсказания q, а вес — целевое p: -Σ p log q. "
    "Если их переставить, one-hot-цель даст log 0.",
}
CAUGHT_BY = [
    "softmax/test_cross_entropy_lecture",
    "softmax/test_cross_entropy_random",
    "softmax/test_cross_entropy_zeros",
    "softmax/test_cross_entropy_versus_svm",
]


def one(p, q):
    present = q > 0
    return -np.sum(q[present] * np.log(p[present]))


def two(p, q):
    total = 0.0
    for predicted, target in zip(p, q, strict=True):
        if target > 0:
            total -= target * np.log(predicted)
    return total


def three(p, q):
    return -np.dot(q, np.log(np.where(q > 0, p, 1.0)))
