"""numerical_gradient: the step is always 1e-5, whatever h is."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The argument h is ignored",
    "ru": "Аргумент h не используется",
}
HINT = {
    "en": "Your step is always 1e-5, whatever h is passed. Check that you do not set h again "
    "inside the function: the step belongs to the caller, who may want to see how the "
    "error depends on it.",
    "ru": "Ваш шаг всегда 1e-5, какое бы h ни передали. Проверьте, не задаёте ли вы h заново "
    "внутри функции: шаг выбирает тот, кто её вызывает, — например, чтобы увидеть, как от "
    "него зависит погрешность.",
}
CAUGHT_BY = [
    "gradient_check/test_forward",
    "gradient_check/test_central",
    "gradient_check/test_central_calls",
    "gradient_check/test_forward_calls",
]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    h = 1e-5
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
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
        old = x.flat[i]
        x.flat[i] = old + 0.00001
        right = f(x)
        x.flat[i] = old - 0.00001
        left = f(x)
        x.flat[i] = old
        if scheme == "central":
            gradient.flat[i] = (right - left) / 0.00002
        else:
            gradient.flat[i] = (right - f_x) / 0.00001
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    h = 10**-5
    back = h if scheme == "central" else 0.0
    rises = [value(i, h) - value(i, -back) for i in range(flat.size)]
    return np.reshape(rises, shape) / (h + back)
