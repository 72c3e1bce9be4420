"""relative_error: 1e-8 is added to the denominator instead of bounding it."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "1e-8 is added to the denominator",
    "ru": "1e-8 прибавлено к знаменателю",
}
HINT = {
    "en": "Adding 1e-8 changes every denominator, and the error of tiny numbers visibly. The "
    "formula takes the larger of the two, max(|a| + |b|, 1e-8), element by element: "
    "np.maximum.",
    "ru": "Прибавляя 1e-8, вы меняете каждый знаменатель, и для крошечных чисел — заметно. В "
    "формуле берётся большее из двух, max(|a| + |b|, 1e-8), поэлементно: np.maximum.",
}
CAUGHT_BY = ["gradient_check/test_relative_error_zeros"]


def one(a, b):
    return np.max(np.abs(a - b) / (np.abs(a) + np.abs(b) + 1e-8))


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append(abs(p - q) / (abs(p) + abs(q) + 1e-8))
    return np.max(errors)


def three(a, b):
    difference = np.fabs(np.subtract(a, b))
    size = np.fabs(a) + np.fabs(b)
    errors = difference / np.add(size, 1e-8)
    return errors.max()
