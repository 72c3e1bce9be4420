"""kl_divergence: the divergence of p from q."""

import numpy as np

FUNCTIONS = ["softmax.kl_divergence"]
RESULT = None
TITLE = {
    "en": "p and q are swapped",
    "ru": "p и q переставлены",
}
HINT = {
    "en": "You compute D(q ‖ p). The divergence is not symmetric: D(p ‖ q) = Σ p log(p / q), "
    "with the target p as the weight.",
    "ru": "Вы считаете D(q ‖ p). Дивергенция несимметрична: D(p ‖ q) = Σ p log(p / q), весом "
    "служит целевое p.",
}
CAUGHT_BY = ["softmax/test_kl_lecture", "softmax/test_kl_random", "softmax/test_kl_zeros"]


def one(p, q):
    present = q > 0
    return np.sum(q[present] * np.log(q[present] / p[present]))


def two(p, q):
    total = 0.0
    for target, predicted in zip(q, p, strict=True):
        if target > 0:
            total += target * (np.log(target) - np.log(predicted))
    return total


def three(q, p):
    safe_p, safe_q = np.where(p > 0, p, 1.0), np.where(p > 0, q, 1.0)
    return np.dot(p, np.log(safe_p)) - np.dot(p, np.log(safe_q))
