"""kl_divergence: the fraction is upside down."""

import numpy as np

FUNCTIONS = ["softmax.kl_divergence"]
RESULT = None
TITLE = {
    "en": "The divergence has the opposite sign",
    "ru": "У дивергенции противоположный знак",
}
HINT = {
    "en": "You sum p log(q / p), which is never positive. A divergence is 0 or above: Σ p log(p "
    "/ q).",
    "ru": "Вы складываете p log(q / p) — это никогда не положительно. Дивергенция не меньше 0: "
    "Σ p log(p / q).",
}
CAUGHT_BY = ["softmax/test_kl_lecture", "softmax/test_kl_random", "softmax/test_kl_zeros"]


def one(p, q):
    present = p > 0
    return np.sum(p[present] * np.log(q[present] / p[present]))


def two(p, q):
    total = 0.0
    for target, predicted in zip(p, q, strict=True):
        if target > 0:
            total -= target * (np.log(target) - np.log(predicted))
    return total


def three(p, q):
    safe_p, safe_q = np.where(p > 0, p, 1.0), np.where(p > 0, q, 1.0)
    return np.dot(p, np.log(safe_q / safe_p))
