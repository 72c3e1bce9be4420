"""numerical_gradient: x is not what it was after the call."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "x is changed in place",
    "ru": "x изменён на месте",
}
HINT = {
    "en": "After the call x is not where it was, and whoever goes on with it works at another "
    "point. Try the steps on a copy, or put every coordinate back, the last one too.",
    "ru": "После вызова x уже не там, где был, и дальнейшая работа идёт в другой точке. Делайте "
    "шаги на копии или возвращайте на место каждую координату — и последнюю тоже.",
}
CAUGHT_BY = ["gradient_check/test_point_unchanged"]


def shows(facts):
    return None if "changed" not in facts else bool(facts["changed"])


def one(f, x, h=1e-5, scheme="central"):
    start = x.copy()
    slopes = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = h
        if scheme == "forward":
            slopes[index] = (f(start + step) - f(start)) / h
        else:
            slopes[index] = (f(start + step) - f(start - step)) / (2 * h)
    x[...] = slopes
    return x


def two(f, x, h=1e-5, scheme="central"):
    start, f_x = x.copy(), f(x.copy())
    slopes = np.zeros(x.size)
    for i in range(x.size):
        x.flat[:i] = start.flat[:i]
        x.flat[i] = start.flat[i] + h
        slopes[i] = (f(x.copy()) - f_x) / h
        if scheme == "central":
            right = f(x.copy())
            x.flat[i] = start.flat[i] - h
            slopes[i] = (right - f(x.copy())) / (h + h)
    return slopes.reshape(x.shape)


def three(f, x, h=1e-5, scheme="central"):
    def value(steps):
        x[...] = start + steps.reshape(x.shape)
        return f(np.array(x))

    start = np.array(x)
    steps = h * np.eye(x.size)
    back = steps if scheme == "central" else np.zeros_like(steps)
    rises = [value(step) - value(-other) for step, other in zip(steps, back, strict=True)]
    x += h
    return np.reshape(rises, x.shape) / (h + back.max())
