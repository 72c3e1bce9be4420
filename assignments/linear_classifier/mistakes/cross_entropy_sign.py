"""cross_entropy: the minus is missing."""

import numpy as np

FUNCTIONS = ["softmax.cross_entropy"]
RESULT = None
TITLE = {
    "en": "The minus is missing",
    "ru": "Нет минуса",
}
HINT = {
    "en": "Your cross-entropy is negative: logarithms of probabilities are at most 0. It is -Σ "
    "p log q.",
    "ru": "Ваша перекрёстная энтропия отрицательна: логарифмы вероятностей не больше 0. Она "
    "равна -Σ p log q.",
}
CAUGHT_BY = [
    "softmax/test_cross_entropy_lecture",
    "softmax/test_cross_entropy_random",
    "softmax/test_cross_entropy_zeros",
    "softmax/test_cross_entropy_versus_svm",
]


def one(p, q):
    present = p > 0
    return np.sum(p[present] * np.log(q[present]))


def two(p, q):
    total = 0.0
    for target, predicted in zip(p, q, strict=True):
        if target > 0:
            total += target * np.log(predicted)
    return total


def three(p, q):
    logs = np.log(np.where(p > 0, q, 1.0))
    return np.dot(p, logs)
