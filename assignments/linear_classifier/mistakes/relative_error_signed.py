"""relative_error: the difference keeps its sign."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "The difference keeps its sign",
    "ru": "Разность взята без модуля",
}
HINT = {
    "en": "You divide a - b without its absolute value, so an element where b is larger counts "
    "as a negative error and never as the largest. Take |a - b|.",
    "ru": "Вы делите a - b без модуля: там, где b больше, ошибка отрицательна и наибольшей не "
    "станет никогда. Берите |a - b|.",
}
CAUGHT_BY = [
    "gradient_check/test_relative_error_by_hand",
    "gradient_check/test_relative_error_zeros",
]


def one(a, b):
    return np.max((a - b) / np.maximum(np.abs(a) + np.abs(b), 1e-8))


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append((p - q) / max(abs(p) + abs(q), 1e-8))
    return np.max(errors)


def three(a, b):
    difference = np.subtract(a, b)
    size = np.fabs(a) + np.fabs(b)
    errors = difference / np.where(size < 1e-8, 1e-8, size)
    return errors.max()
