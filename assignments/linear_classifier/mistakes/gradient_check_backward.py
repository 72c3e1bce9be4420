"""numerical_gradient: the backward difference where the forward one is asked for."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The backward difference instead of the forward one",
    "ru": "Разность назад вместо разности вперёд",
}
HINT = {
    "en": "The forward scheme steps from x to x + h: (f(x + h) - f(x)) / h. You take (f(x) - "
    "f(x - h)) / h, a step the other way; the two differ wherever f is curved.",
    "ru": "Схема вперёд делает шаг от x к x + h: (f(x + h) - f(x)) / h. Вы берёте (f(x) - f(x - "
    "h)) / h, то есть шаг в другую сторону; там, где f искривлена, это не одно и то же.",
}
CAUGHT_BY = ["gradient_check/test_forward", "gradient_check/test_forward_calls"]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        if scheme == "forward":
            gradient[index] = (f(x) - f(x - step)) / h
        else:
            gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def two(f, x, h=1e-5, scheme="central"):
    x = x.astype(np.float64)
    f_x = f(x)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        old = x.flat[i]
        x.flat[i] = old - h
        left = f(x)
        if scheme == "central":
            x.flat[i] = old + h
            gradient.flat[i] = (f(x) - left) / h / 2
        else:
            gradient.flat[i] = (f_x - left) / h
        x.flat[i] = old
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    ahead = h if scheme == "central" else 0.0
    rises = [value(i, ahead) - value(i, -h) for i in range(flat.size)]
    return np.reshape(rises, shape) / (h + ahead)
