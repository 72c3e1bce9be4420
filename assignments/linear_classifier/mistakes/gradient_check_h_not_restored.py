"""numerical_gradient: a coordinate stays moved while the next ones are tried."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The step h is not taken back",
    "ru": "Шаг h не отменяется",
}
HINT = {
    "en": "After a coordinate has been moved by h, it must return to where it was before the "
    "next one is tried. Yours stays moved, so every further slope is measured at another "
    "point. Keep the old value, and put it back: x[ix] = old.",
    "ru": "Сдвинув координату на h, верните её на место, прежде чем пробовать следующую. У вас "
    "она остаётся сдвинутой, и каждая следующая производная измерена уже в другой точке. "
    "Запомните старое значение и верните его: x[ix] = old.",
}
CAUGHT_BY = [
    "gradient_check/test_lecture_forward",
    "gradient_check/test_forward",
    "gradient_check/test_central",
    "gradient_check/test_default",
    "gradient_check/test_central_calls",
    "gradient_check/test_forward_calls",
    "gradient_check/test_point_unchanged",
]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    start = f(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        if scheme == "forward":
            x = x + step
            gradient[index] = (f(x) - start) / h
        else:
            gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
            x = x - step
    return gradient


def two(f, x, h=1e-5, scheme="central"):
    x = x.astype(np.float64)
    f_x = f(x)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        old = x.flat[i]
        x.flat[i] = old + h
        right = f(x)
        if scheme == "central":
            x.flat[i] = old - h
            gradient.flat[i] = (right - f(x)) / h / 2
        else:
            gradient.flat[i] = (right - f_x) / h
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[:i] += h if back == 0 else -h
        moved[i] += by
        return f(moved.reshape(shape))

    back = h if scheme == "central" else 0.0
    start = f(flat.reshape(shape))
    rises = [value(i, h) - (value(i, -h) if back else start) for i in range(flat.size)]
    return np.reshape(rises, shape) / (h + back)
