"""relative_error: the difference is divided by |a| alone."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "The difference is divided by |a| alone",
    "ru": "Разность поделена на одно |a|",
}
HINT = {
    "en": "You divide by |a| only, so the error changes when a and b change places, and "
    "explodes where a is near 0. The denominator has both: |a| + |b|.",
    "ru": "Вы делите только на |a|: если a и b поменять местами, ошибка изменится, а там, где a "
    "близко к нулю, станет огромной. В знаменателе оба: |a| + |b|.",
}
CAUGHT_BY = [
    "gradient_check/test_relative_error_by_hand",
    "gradient_check/test_relative_error_largest",
]


def one(a, b):
    return np.max(np.abs(a - b) / np.maximum(np.abs(a), 1e-8))


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append(abs(p - q) / max(abs(p), 1e-8))
    return np.max(errors)


def three(a, b):
    difference = np.fabs(np.subtract(a, b))
    size = np.fabs(a)
    errors = difference / np.where(size < 1e-8, 1e-8, size)
    return errors.max()
