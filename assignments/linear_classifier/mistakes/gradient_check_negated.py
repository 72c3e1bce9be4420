"""numerical_gradient: the difference is taken the wrong way round."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The difference is taken the wrong way round",
    "ru": "Разность взята в обратном порядке",
}
HINT = {
    "en": "All slopes have the opposite sign: you subtract the value after the step from the "
    "value before it. Where a step forward makes f grow, the derivative is positive: (f(x "
    "+ h) - f(x)) / h.",
    "ru": "У всех производных противоположный знак: из значения до шага вы вычитаете значение "
    "после него. Если шаг вперёд увеличивает f, производная положительна: (f(x + h) - "
    "f(x)) / h.",
}
CAUGHT_BY = [
    "gradient_check/test_lecture_forward",
    "gradient_check/test_forward",
    "gradient_check/test_central",
    "gradient_check/test_default",
    "gradient_check/test_matrix",
    "gradient_check/test_point_unchanged",
]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        if scheme == "forward":
            gradient[index] = (f(x) - f(x + step)) / h
        else:
            gradient[index] = (f(x - step) - f(x + step)) / (2 * h)
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
            gradient.flat[i] = (left - right) / h / 2
        else:
            gradient.flat[i] = (f_x - right) / h
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    back = h if scheme == "central" else 0.0
    rises = [value(i, -back) - value(i, h) for i in range(flat.size)]
    return np.reshape(rises, shape) / (h + back)
