"""A numerical gradient in nested lists, last coordinate first."""

import numpy as np

FUNCTIONS = {
    "gradient_check.numerical_gradient": "numerical_gradient",
    "gradient_check.relative_error": "relative_error",
}
TITLE = {
    "en": "A numerical gradient in nested lists, last coordinate first",
    "ru": "Численный градиент вложенными списками, с последней координаты",
}


def numerical_gradient(f, x, h=1e-5, scheme="central", *, progress=None):
    start = np.asarray(x, dtype=np.float64)
    here = f(start.copy()) if scheme == "forward" else None
    slopes = []
    for unit in reversed(np.eye(start.size)):
        step = (h * unit).reshape(start.shape)
        if here is None:
            slopes.insert(0, (f(start + step) - f(start - step)) / h / 2)
        else:
            slopes.insert(0, (f(start + step) - here) / h)
        if progress:
            progress(len(slopes))
    return np.reshape(slopes, start.shape).tolist()


def relative_error(a, b):
    a, b = np.atleast_1d(a), np.atleast_1d(b)
    errors = np.abs(a - b) / np.clip(np.abs(a) + np.abs(b), 1e-8, None)
    return np.array([errors.ravel()[errors.argmax()]])
