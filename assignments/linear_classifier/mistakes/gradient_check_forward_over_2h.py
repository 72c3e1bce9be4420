"""numerical_gradient: the forward difference is divided by 2h instead of h."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The forward difference is divided by 2h, not by h",
    "ru": "Разность вперёд поделена на 2h, а не на h",
}
HINT = {
    "en": "The forward difference takes one step of h, so it is (f(x + h) - f(x)) / h. You "
    "divide by 2h, which belongs to the central one: your slopes are half of the "
    "lecture's -2.5, 0.6, 0.",
    "ru": "Разность вперёд — это один шаг h, то есть (f(x + h) - f(x)) / h. Вы делите на 2h, "
    "как в центральной: получается половина производных из лекции (-2,5; 0,6; 0).",
}
CAUGHT_BY = [
    "gradient_check/test_lecture_forward",
    "gradient_check/test_forward",
    "gradient_check/test_point_unchanged",
]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        if scheme == "forward":
            gradient[index] = (f(x + step) - f(x)) / (2 * h)
        else:
            gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def two(f, x, h=1e-5, scheme="central"):
    x = x.astype(np.float64)
    f_x = f(x)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        old = x.flat[i]
        x.flat[i] = old + h
        right = f(x)
        x.flat[i] = old - h
        left = f(x)
        x.flat[i] = old
        if scheme == "central":
            gradient.flat[i] = (right - left) / h / 2
        else:
            gradient.flat[i] = (right - f_x) / h / 2
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    back = h if scheme == "central" else 0.0
    rises = [value(i, h) - value(i, -back) for i in range(flat.size)]
    return np.reshape(rises, shape) / (h + h)
