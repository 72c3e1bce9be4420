"""relative_error: the errors of all elements, not the largest."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "All errors are returned, not the largest",
    "ru": "Возвращены все ошибки, а не наибольшая",
}
HINT = {
    "en": "You return an array with the error of each element. The function returns one number, "
    "the largest of them: np.max. np.maximum compares two arrays, it does not look for "
    "the largest element.",
    "ru": "Вы возвращаете массив ошибок всех элементов. Функция возвращает одно число — "
    "наибольшую из них: np.max. А np.maximum сравнивает два массива и наибольший элемент "
    "не ищет.",
}
CAUGHT_BY = [
    "gradient_check/test_relative_error_largest",
    "gradient_check/test_relative_error_zeros",
]


def one(a, b):
    return np.abs(a - b) / np.maximum(np.abs(a) + np.abs(b), 1e-8)


def two(a, b):
    errors = []
    for p, q in zip(np.ravel(a), np.ravel(b), strict=True):
        errors.append(abs(p - q) / max(abs(p) + abs(q), 1e-8))
    return np.array(errors).reshape(np.shape(a))


def three(a, b):
    difference = np.fabs(np.subtract(a, b))
    size = np.fabs(a) + np.fabs(b)
    return difference / np.where(size < 1e-8, 1e-8, size)
