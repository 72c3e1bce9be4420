"""relative_error: the absolute error."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "The error is absolute, not relative",
    "ru": "Ошибка абсолютная, а не относительная",
}
HINT = {
    "en": "You return the largest |a - b|. Whether 0.001 is much depends on the size of the "
    "numbers: divide by |a| + |b|, element by element, before you take the largest.",
    "ru": "Вы возвращаете наибольшее |a - b|. Много ли это — 0,001, зависит от величины самих "
    "чисел: поделите поэлементно на |a| + |b|, а потом берите наибольшее.",
}
CAUGHT_BY = [
    "gradient_check/test_relative_error_by_hand",
    "gradient_check/test_relative_error_largest",
    "gradient_check/test_relative_error_zeros",
]


def one(a, b):
    return np.max(np.abs(a - b))


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append(abs(p - q))
    return np.max(errors)


def three(a, b):
    difference = np.fabs(np.subtract(a, b))
    return difference.max()
