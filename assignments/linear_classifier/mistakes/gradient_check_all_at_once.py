"""numerical_gradient: h is added to all coordinates at once."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "All coordinates are moved at once",
    "ru": "Все координаты сдвинуты сразу",
}
HINT = {
    "en": "f(x + h) with a number h moves every coordinate: the result is the sum of all "
    "slopes, the same for each element. A partial derivative moves one coordinate and "
    "keeps the others: loop over them.",
    "ru": "f(x + h) с числом h сдвигает все координаты разом: получается сумма всех "
    "производных, одна и та же для каждого элемента. Частная производная сдвигает одну "
    "координату, остальные стоят: нужен цикл по ним.",
}
CAUGHT_BY = [
    "gradient_check/test_lecture_forward",
    "gradient_check/test_forward",
    "gradient_check/test_central",
    "gradient_check/test_default",
    "gradient_check/test_matrix",
    "gradient_check/test_point_unchanged",
    "gradient_check/test_central_calls",
    "gradient_check/test_forward_calls",
]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.full(x.shape, h)
        if scheme == "forward":
            gradient[index] = (f(x + step) - f(x)) / h
        else:
            gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient


def two(f, x, h=1e-5, scheme="central"):
    x = x.astype(np.float64)
    f_x = f(x)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        right, left = f(x + h), f(x - h)
        if scheme == "central":
            gradient.flat[i] = (right - left) / h / 2
        else:
            gradient.flat[i] = (right - f_x) / h
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(by):
        return f((flat + by).reshape(shape))

    back = h if scheme == "central" else 0.0
    return np.full(shape, (value(h) - value(-back)) / (h + back))
