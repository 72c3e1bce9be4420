"""numerical_gradient: the gradient is returned as a vector."""

import numpy as np

FUNCTIONS = ["gradient_check.numerical_gradient"]
RESULT = None
TITLE = {
    "en": "The gradient has lost the shape of x",
    "ru": "Градиент потерял форму x",
}
HINT = {
    "en": "You return one long vector. The gradient has the shape of x, an element for each "
    "element: make it with np.zeros(x.shape) and fill it by the same index, or reshape it "
    "at the end.",
    "ru": "Вы возвращаете один длинный вектор. Форма градиента — форма x, по элементу на "
    "элемент: создайте его как np.zeros(x.shape) и заполняйте по тому же индексу или в "
    "конце верните форму через reshape.",
}
CAUGHT_BY = ["gradient_check/test_matrix"]


def one(f, x, h=1e-5, scheme="central"):
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        if scheme == "forward":
            gradient[index] = (f(x + step) - f(x)) / h
        else:
            gradient[index] = (f(x + step) - f(x - step)) / (2 * h)
    return gradient.ravel()


def two(f, x, h=1e-5, scheme="central"):
    x = x.astype(np.float64)
    f_x = f(x)
    gradient = np.zeros(x.size)
    for i in range(x.size):
        old = x.flat[i]
        x.flat[i] = old + h
        right = f(x)
        x.flat[i] = old - h
        left = f(x)
        x.flat[i] = old
        if scheme == "central":
            gradient[i] = (right - left) / h / 2
        else:
            gradient[i] = (right - f_x) / h
    return gradient


def three(f, x, h=1e-5, scheme="central"):
    flat, shape = np.ravel(x).astype(float), np.shape(x)

    def value(i, by):
        moved = flat.copy()
        moved[i] += by
        return f(moved.reshape(shape))

    back = h if scheme == "central" else 0.0
    rises = [value(i, h) - value(i, -back) for i in range(flat.size)]
    return np.array(rises) / (h + back)
