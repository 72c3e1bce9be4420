"""numerical_gradient: the central difference is divided by h instead of 2h."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The central difference is divided by h, not by 2h",
    "ru": "Центральная разность поделена на h, а не на 2h",
}
HINT = {
    "en": "From x - h to x + h is a way of 2h, so the central difference is (f(x + h) - f(x - "
    "h)) / (2 * h). Yours is twice as large. Mind that `/ 2 * h` divides by 2 and "
    "multiplies by h.",
    "ru": "От x - h до x + h — путь длиной 2h, поэтому центральная разность — (f(x + h) - f(x - "
    "h)) / (2 * h). У вас она вдвое больше. Учтите: `/ 2 * h` делит на 2 и умножает на h.",
}
CAUGHT_BY = [
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
            gradient[index] = (f(x + step) - f(x)) / h
        else:
            gradient[index] = (f(x + step) - f(x - step)) / h
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
            gradient.flat[i] = (right - left) / h
        else:
            gradient.flat[i] = (right - f_x) / h
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    back = h if scheme == "central" else 0.0
    rises = [value(i, h) - value(i, -back) for i in range(flat.size)]
    return np.reshape(rises, shape) / h
