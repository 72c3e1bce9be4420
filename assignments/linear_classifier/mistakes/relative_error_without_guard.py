"""relative_error: nothing keeps the denominator away from 0."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "0 is divided by 0",
    "ru": "Ноль делится на ноль",
}
HINT = {
    "en": "Where both numbers are 0, or nearly, your denominator is too, and 0/0 is NaN. The "
    "denominator is at least 1e-8: np.maximum(np.abs(a) + np.abs(b), 1e-8).",
    "ru": "Там, где оба числа равны нулю или почти равны, ваш знаменатель тоже ноль, а 0/0 — "
    "это NaN. Знаменатель не меньше 1e-8: np.maximum(np.abs(a) + np.abs(b), 1e-8).",
}
CAUGHT_BY = ["gradient_check/test_relative_error_zeros"]


def one(a, b):
    return np.max(np.abs(a - b) / (np.abs(a) + np.abs(b)))


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append(abs(p - q) / (abs(p) + abs(q)))
    return np.max(errors)


def three(a, b):
    difference = np.fabs(np.subtract(a, b))
    size = np.fabs(a) + np.fabs(b)
    errors = difference / size
    return errors.max()
