"""cross_entropy: the mean over the classes instead of the sum."""

import numpy as np

FUNCTIONS = ["softmax.cross_entropy"]
RESULT = None
TITLE = {
    "en": "The mean over the classes instead of the sum",
    "ru": "Среднее по классам вместо суммы",
}
HINT = {
    "en": "You take the mean over the classes. Cross-entropy is a sum, -Σ p log q: the weights "
    "p sum to 1 already.",
    "ru": "Вы берёте среднее по классам. Перекрёстная энтропия — сумма, -Σ p log q: веса p и "
    "так дают в сумме 1.",
}
CAUGHT_BY = [
    "softmax/test_cross_entropy_lecture",
    "softmax/test_cross_entropy_random",
    "softmax/test_cross_entropy_zeros",
    "softmax/test_cross_entropy_versus_svm",
]


def one(p, q):
    present = p > 0
    return -np.sum(p[present] * np.log(q[present])) / len(p)


def two(p, q):
    total = 0.0
    for target, predicted in zip(p, q, strict=True):
        if target > 0:
            total -= target * np.log(predicted)
    return total / len(q)


def three(p, q):
    logs = np.log(np.where(p > 0, q, 1.0))
    return -(p * logs).mean()
