"""numerical_gradient: the difference is not divided by the step."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The difference is not divided by the step",
    "ru": "Разность не поделена на шаг",
}
HINT = {
    "en": "You return how much f changes, not how fast: divide the difference by the step, h "
    "forward or 2h for the central scheme. In the lecture -0.00025 becomes -2.5 that way.",
    "ru": "Вы возвращаете, насколько изменилась f, а не как быстро: поделите разность на шаг — "
    "h для схемы вперёд, 2h для центральной. Так в лекции -0,00025 превращается в -2,5.",
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
            gradient[index] = f(x + step) - f(x)
        else:
            gradient[index] = f(x + step) - f(x - step)
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
            gradient.flat[i] = right - left
        else:
            gradient.flat[i] = right - f_x
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    back = h if scheme == "central" else 0.0
    rises = [value(i, h) - value(i, -back) for i in range(flat.size)]
    return np.reshape(rises, shape)
