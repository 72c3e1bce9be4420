"""relative_error: one error of the whole arrays, by their norms."""

import numpy as np

FUNCTIONS = ["gradient_check.relative_error"]
RESULT = None
TITLE = {
    "en": "One error of whole arrays, by their norms",
    "ru": "Одна ошибка на весь массив — по нормам",
}
HINT = {
    "en": "You compare the norms, ‖a - b‖ / (‖a‖ + ‖b‖): a wrong small element drowns among "
    "large ones. Divide element by element, then take the largest.",
    "ru": "Вы сравниваете нормы: ‖a - b‖ / (‖a‖ + ‖b‖). Неверный малый элемент тонет среди "
    "больших. Делите поэлементно, а затем берите наибольшее.",
}
CAUGHT_BY = [
    "gradient_check/test_relative_error_largest",
    "gradient_check/test_relative_error_zeros",
]


def one(a, b):
    return np.linalg.norm(a - b) / max(np.linalg.norm(a) + np.linalg.norm(b), 1e-8)


def two(a, b):
    def norm(values):
        return sum(value**2 for value in np.ravel(values)) ** 0.5

    return norm(a - b) / max(norm(a) + norm(b), 1e-8)


def three(a, b):
    difference = np.sqrt(np.sum(np.subtract(a, b) ** 2))
    size = np.sqrt(np.vdot(a, a)) + np.sqrt(np.vdot(b, b))
    errors = difference / np.where(size < 1e-8, 1e-8, size)
    return errors.max()
