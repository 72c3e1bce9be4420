"""cross_entropy: 0 · log 0 is NaN."""

import numpy as np

FUNCTIONS = ["softmax.cross_entropy"]
RESULT = None
TITLE = {
    "en": "0 · log 0 gives NaN",
    "ru": "0 · log 0 даёт NaN",
}
HINT = {
    "en": "A class with p = 0 adds nothing, whatever its q. In NumPy 0 * log(0) is 0 * -inf, "
    "which is NaN: sum over the classes with p > 0 only.",
    "ru": "Класс с p = 0 ничего не добавляет, каким бы ни было q. В NumPy 0 * log(0) — это 0 * "
    "-inf, то есть NaN: складывайте только классы с p > 0.",
}
CAUGHT_BY = ["softmax/test_cross_entropy_zeros"]


def one(p, q):
    return -np.sum(p * np.log(q))


def two(p, q):
    total = 0.0
    for target, predicted in zip(p, q, strict=True):
        total -= target * np.log(predicted)
    return total


def three(p, q):
    logs = np.log(q)
    return -np.dot(p, logs)
