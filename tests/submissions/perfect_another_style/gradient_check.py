"""Differences in place: x comes back to where it was up to rounding."""

import numpy as np


def numerical_gradient(f, x, h=1e-5, scheme="central"):
    slopes = []
    start = f(x)
    for i in range(x.size):
        place = np.unravel_index(i, x.shape)
        x[place] += h
        forward = f(x)
        if scheme == "forward":
            slopes.append((forward - start) / h)
            x[place] -= h
        else:
            x[place] -= 2 * h
            slopes.append((forward - f(x)) / 2 / h)
            x[place] += h
    return np.array(slopes).reshape(x.shape).tolist()


def relative_error(a, b):
    worst = 0
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        worst = max(worst, abs(p - q) / max(abs(p) + abs(q), 1e-8))
    return worst
