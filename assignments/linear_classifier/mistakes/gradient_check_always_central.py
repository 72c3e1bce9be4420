"""numerical_gradient: the central difference, also where the forward one is asked for."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The central difference where the forward one is asked for",
    "ru": "Центральная разность вместо разности вперёд",
}
HINT = {
    "en": 'With scheme="forward" the difference is the lecture\'s, (f(x + h) - f(x)) / h. You '
    "return the central one whatever `scheme` says. It is more accurate, but not what was "
    "asked for: look at the argument.",
    "ru": 'При scheme="forward" нужна разность из лекции, (f(x + h) - f(x)) / h. Вы возвращаете '
    "центральную, что бы ни стояло в `scheme`. Она точнее, но просили не её: учитывайте "
    "аргумент.",
}
CAUGHT_BY = ["gradient_check/test_forward", "gradient_check/test_forward_calls"]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def two(f, x, h=1e-5, scheme="central"):
    x = x.astype(np.float64)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        old = x.flat[i]
        x.flat[i] = old + h
        right = f(x)
        x.flat[i] = old - h
        left = f(x)
        x.flat[i] = old
        gradient.flat[i] = (right - left) / h / 2
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    rises = [value(i, h) - value(i, -h) for i in range(flat.size)]
    return np.reshape(rises, shape) / h * 0.5
