import numpy as np


def numerical_gradient(f, x, h=1e-5, scheme="central"):
    if scheme not in ("central", "forward"):
        raise ValueError("scheme must be 'central' or 'forward'")
    grad = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        up = x.copy()
        up[i] += h
        if scheme == "central":
            down = x.copy()
            down[i] -= h
            grad[i] = (f(up) - f(down)) / (2 * h)
        else:
            grad[i] = (f(up) - f(x)) / h
    return grad


def relative_error(a, b):
    return np.max(np.abs(a - b) / np.maximum(np.abs(a) + np.abs(b), 1e-8))
