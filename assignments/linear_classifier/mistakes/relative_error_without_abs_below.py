"""relative_error: the denominator is |a + b|."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "The denominator is |a + b|, not |a| + |b|",
    "ru": "В знаменателе |a + b|, а не |a| + |b|",
}
HINT = {
    "en": "In |a + b| numbers of opposite signs cancel, and the error grows beyond 1. Take the "
    "absolute value of each first: |a| + |b|; then -3 and 1 have the error 4 / 4 = 1, the "
    "largest there is.",
    "ru": "В |a + b| числа разных знаков взаимно уничтожаются, и ошибка становится больше 1. "
    "Сначала возьмите модуль каждого: |a| + |b|; тогда у -3 и 1 ошибка 4 / 4 = 1 — "
    "наибольшая из возможных.",
}
CAUGHT_BY = ["gradient_check/test_relative_error_by_hand"]


def one(a, b):
    return np.max(np.abs(a - b) / np.maximum(np.abs(a + b), 1e-8))


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append(abs(p - q) / max(abs(p + q), 1e-8))
    return np.max(errors)


def three(a, b):
    difference = np.fabs(np.subtract(a, b))
    size = np.fabs(np.add(a, b))
    errors = difference / np.where(size < 1e-8, 1e-8, size)
    return errors.max()
