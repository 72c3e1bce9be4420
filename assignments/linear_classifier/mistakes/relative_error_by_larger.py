"""relative_error: the difference is divided by the larger of |a| and |b|."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "The difference is divided by max(|a|, |b|)",
    "ru": "Разность поделена на max(|a|, |b|)",
}
HINT = {
    "en": "You divide by the larger of |a| and |b|, a relative error too, but up to twice as "
    "large. Here the denominator is their sum: 3 and 1 have the error 2 / (3 + 1) = 0.5.",
    "ru": "Вы делите на большее из |a| и |b|: это тоже относительная ошибка, но вдвое больше. "
    "Здесь в знаменателе сумма: у чисел 3 и 1 ошибка 2 / (3 + 1) = 0,5.",
}
CAUGHT_BY = [
    "gradient_check/test_relative_error_by_hand",
    "gradient_check/test_relative_error_largest",
]


def one(a, b):
    return np.max(np.abs(a - b) / np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-8))


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append(abs(p - q) / max(abs(p), abs(q), 1e-8))
    return np.max(errors)


def three(a, b):
    difference = np.fabs(np.subtract(a, b))
    size = np.fmax(np.fabs(a), np.fabs(b))
    errors = difference / np.where(size < 1e-8, 1e-8, size)
    return errors.max()
