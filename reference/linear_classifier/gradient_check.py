"""Gradient check: compare an analytic gradient with a numerical one.

The numerical gradient is slow and approximate, but easy to write. The analytic one is fast and
exact, and easy to get wrong. So use the analytic one, and check it against the numerical one.
"""

import numpy as np


def numerical_gradient(f, x, h=1e-5, scheme="central"):
    """Gradient of `f` at `x` by finite differences, one coordinate at a time.

    central: (f(x + h eᵢ) - f(x - h eᵢ)) / 2h, with an error of order h².
    forward: (f(x + h eᵢ) - f(x)) / h, as in the lecture, with an error of order h.

    Args:
        f: a function of an array like `x` that returns a number.
        x: the point, an array of any shape; it is not changed. `f` gets float64 copies of it.
        h: the step.
        scheme: "central" or "forward".

    Returns:
        The gradient, float64, in the shape of `x`.

    Raises:
        ValueError: for any other scheme.

    Source: cs231n, notes on optimization; the lecture's slide "Численный градиент".
    """
    if scheme not in ("central", "forward"):
        raise ValueError(f"scheme must be 'central' or 'forward', got {scheme!r}")

    x = np.array(x, dtype=np.float64)
    gradient = np.zeros_like(x)
    f_x = f(x.copy()) if scheme == "forward" else None
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        if scheme == "central":
            gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
        else:
            gradient[index] = (f(x + step) - f_x) / h
    return gradient


def relative_error(a, b):
    """The largest relative difference between two arrays of one shape.

    max |a - b| / max(|a| + |b|, 1e-8), elementwise, then the largest. It is 0 for equal arrays and
    never above 1. For a right gradient in float64, expect less than 1e-6.

    Source: cs231n, assignment 1 and notes on gradient checks.
    """
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    return np.max(np.abs(a - b) / np.maximum(np.abs(a) + np.abs(b), 1e-8))
