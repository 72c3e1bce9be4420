"""Gradient check: compare an analytic gradient with a numerical one.

The numerical gradient is slow and approximate, but easy to write. The analytic one is fast and
exact, and easy to get wrong. So use the analytic one, and check it against the numerical one.
"""

import numpy as np


def numerical_gradient(f, x, h=1e-5, scheme="central"):
    """Gradient of `f` at `x` by finite differences, one coordinate at a time.

    central: (f(x + h eᵢ) - f(x - h eᵢ)) / 2h, with an error of order h².
    forward: (f(x + h eᵢ) - f(x)) / h, as in the lecture, with an error of order h.

    Hint: `for index in np.ndindex(x.shape)` visits every element of an array of any shape. Work on
    a float64 copy: a step of 1e-5 has no effect on an array of integers.

    Args:
        f: a function of an array like `x` that returns a number.
        x: the point, an array of any shape. Do not change it.
        h: the step.
        scheme: "central" or "forward".

    Returns:
        The gradient, in the shape of `x`.

    Raises:
        ValueError: for any other scheme.
    """
    raise NotImplementedError(
        "numerical_gradient is not implemented yet: write it in gradient_check.py"
        " / пока не реализовано: допишите в gradient_check.py"
    )


def relative_error(a, b):
    """The largest relative difference between two arrays of one shape.

    max |a - b| / max(|a| + |b|, 1e-8), elementwise, then the largest.

    Hint: np.maximum compares element by element, np.max finds the largest element. The 1e-8 keeps
    you from dividing 0 by 0.

    Returns:
        A number from 0 to 1. For a right gradient in float64, expect less than 1e-6.
    """
    raise NotImplementedError(
        "relative_error is not implemented yet: write it in gradient_check.py"
        " / пока не реализовано: допишите в gradient_check.py"
    )
