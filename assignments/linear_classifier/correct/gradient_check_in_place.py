"""Differences in place: x comes back up to rounding."""

import numpy as np

FUNCTIONS = {
    "gradient_check.numerical_gradient": "numerical_gradient",
    "gradient_check.relative_error": "relative_error",
}
TITLE = {
    "en": "Differences in place: x comes back up to rounding",
    "ru": "Разности на месте: x возвращается с точностью до округления",
}


def numerical_gradient(f, x, h=1e-5, scheme="central"):
    gradient = np.zeros(x.shape)
    iterator = np.nditer(x, flags=["multi_index"])
    for _ in iterator:
        place = iterator.multi_index
        x[place] += h
        right = f(x)
        x[place] -= h if scheme == "forward" else 2 * h
        gradient[place] = right - f(x)
        x[place] += 0 if scheme == "forward" else h
    return gradient / (h if scheme == "forward" else 2 * h)


def relative_error(a, b):
    worst = 0
    for p, q in zip(np.ravel(a).tolist(), np.ravel(b).tolist(), strict=True):
        worst = max(worst, abs(p - q) / max(abs(p) + abs(q), 1e-8))
    return worst
