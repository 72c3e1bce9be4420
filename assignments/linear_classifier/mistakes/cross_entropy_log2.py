"""cross_entropy: the logarithm has base 2."""

import numpy as np

FUNCTIONS = ["softmax.cross_entropy"]
RESULT = None
TITLE = {
    "en": "The logarithm has base 2",
    "ru": "Логарифм двоичный",
}
HINT = {
    "en": "You measure in bits, with np.log2; the lecture takes the natural logarithm, np.log: "
    "2.04 for its cat.",
    "ru": "Вы считаете в битах, через np.log2; в лекции логарифм натуральный, np.log: у кошки "
    "2,04.",
}
CAUGHT_BY = [
    "softmax/test_cross_entropy_lecture",
    "softmax/test_cross_entropy_random",
    "softmax/test_cross_entropy_zeros",
    "softmax/test_cross_entropy_versus_svm",
]


def one(p, q):
    present = p > 0
    return -np.sum(p[present] * np.log2(q[present]))


def two(p, q):
    total = 0.0
    for target, predicted in zip(p, q, strict=True):
        if target > 0:
            total -= target * np.log(predicted) / np.log(2)
    return total


def three(p, q):
    logs = np.log(np.where(p > 0, q, 1.0))
    return -np.dot(p, logs) / np.log(2)
