"""kl_divergence: 0 · log 0 is NaN."""

import numpy as np

FUNCTIONS = ["softmax.kl_divergence"]
RESULT = None
TITLE = {
    "en": "0 · log 0 gives NaN",
    "ru": "0 · log 0 даёт NaN",
}
HINT = {
    "en": "A class with p = 0 adds nothing, but in NumPy 0 * log(0) is NaN. Sum over the "
    "classes with p > 0 only; a one-hot target has many others.",
    "ru": "Класс с p = 0 ничего не добавляет, но в NumPy 0 * log(0) — это NaN. Складывайте "
    "только классы с p > 0; у one-hot-цели остальных много.",
}
CAUGHT_BY = ["softmax/test_kl_lecture", "softmax/test_kl_zeros"]


def one(p, q):
    return np.sum(p * np.log(p / q))


def two(p, q):
    total = 0.0
    for target, predicted in zip(p, q, strict=True):
        total += target * (np.log(target) - np.log(predicted))
    return total


def three(p, q):
    return np.dot(p, np.log(p)) - np.dot(p, np.log(q))
