"""numerical_gradient: the forward difference, also where the central one is asked for."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The forward difference where the central one is asked for",
    "ru": "Разность вперёд вместо центральной",
}
HINT = {
    "en": 'With scheme="central" the difference is (f(x + h) - f(x - h)) / 2h. You return the '
    "forward one, (f(x + h) - f(x)) / h, whose error is of order h instead of h²: too "
    "much for a gradient check.",
    "ru": 'При scheme="central" разность — (f(x + h) - f(x - h)) / 2h. Вы возвращаете разность '
    "вперёд, (f(x + h) - f(x)) / h, а её погрешность порядка h, а не h²: для проверки "
    "градиента это много.",
}
CAUGHT_BY = [
    "gradient_check/test_central",
    "gradient_check/test_default",
    "gradient_check/test_central_calls",
]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        gradient[index] = (f(x + step) - f(x)) / h
    return gradient


def two(f, x, h=1e-5, scheme="central"):
    x = x.astype(np.float64)
    f_x = f(x)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        old = x.flat[i]
        x.flat[i] = old + h
        right = f(x)
        x.flat[i] = old
        gradient.flat[i] = (right - f_x) / h
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    rises = [value(i, h) - f(flat.reshape(shape)) for i in range(flat.size)]
    return np.reshape(rises, shape) / h
