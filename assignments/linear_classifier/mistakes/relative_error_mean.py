"""relative_error: the mean of the errors instead of the largest."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "The mean error instead of the largest",
    "ru": "Средняя ошибка вместо наибольшей",
}
HINT = {
    "en": "You average the elements' errors. One wrong element among thousands would disappear "
    "in a mean: a gradient check asks for the worst one, np.max.",
    "ru": "Вы усредняете ошибки элементов. Один неверный элемент среди тысяч потеряется в "
    "среднем: при проверке градиента нужен худший, np.max.",
}
CAUGHT_BY = [
    "gradient_check/test_relative_error_largest",
    "gradient_check/test_relative_error_zeros",
]


def one(a, b):
    return np.mean(np.abs(a - b) / np.maximum(np.abs(a) + np.abs(b), 1e-8))


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append(abs(p - q) / max(abs(p) + abs(q), 1e-8))
    return sum(errors) / len(errors)


def three(a, b):
    difference = np.fabs(np.subtract(a, b))
    size = np.fabs(a) + np.fabs(b)
    errors = difference / np.where(size < 1e-8, 1e-8, size)
    return np.average(errors)
