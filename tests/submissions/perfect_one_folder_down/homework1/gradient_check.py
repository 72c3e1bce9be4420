import numpy as np


def numerical_gradient(f, x, h=1e-5, scheme="central"):
    old = x
    x = x.astype(float)
    result = np.empty_like(x)
    it = np.nditer(x, flags=["multi_index"])
    while not it.finished:
        ix = it.multi_index
        x[ix] = old[ix] + h
        right = f(x)
        x[ix] = old[ix] - h
        left = f(x)
        x[ix] = old[ix]
        result[ix] = (right - left) / (2 * h) if scheme == "central" else (right - f(x)) / h
        it.iternext()
    return result


def relative_error(a, b):
    a, b = np.asarray(a), np.asarray(b)
    return float((abs(a - b) / np.maximum(1e-8, abs(a) + abs(b))).max())
