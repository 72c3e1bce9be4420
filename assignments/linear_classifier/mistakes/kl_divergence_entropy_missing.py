"""kl_divergence: the cross-entropy."""

import numpy as np

FUNCTIONS = ["softmax.kl_divergence"]
RESULT = None
TITLE = {
    "en": "The entropy of p is not subtracted",
    "ru": "Не вычтена энтропия p",
}
HINT = {
    "en": "You return the cross-entropy. The divergence is less by the entropy of p: Σ p log p "
    "- Σ p log q, which is 0 for equal distributions. For a one-hot p the entropy is 0, "
    "and the two agree.",
    "ru": "Вы возвращаете перекрёстную энтропию. Дивергенция меньше на энтропию p: Σ p log p - "
    "Σ p log q; для одинаковых распределений это 0. У one-hot p энтропия нулевая, и обе "
    "величины равны.",
}
CAUGHT_BY = ["softmax/test_kl_random", "softmax/test_kl_zeros"]


def one(p, q):
    present = p > 0
    return np.sum(p[present] * np.log(1 / q[present]))


def two(p, q):
    total = 0.0
    for target, predicted in zip(p, q, strict=True):
        if target > 0:
            total += target * -np.log(predicted)
    return total


def three(p, q):
    safe_q = np.where(p > 0, q, 1.0)
    return -np.dot(p, np.log(safe_q))
