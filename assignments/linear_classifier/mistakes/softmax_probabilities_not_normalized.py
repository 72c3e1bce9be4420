"""softmax_probabilities: the exponents are not divided by their sum."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "The exponents are not normalized",
    "ru": "Экспоненты не нормированы",
}
HINT = {
    "en": "You return the exponents of the shifted scores: the largest is always 1. "
    "Probabilities sum to 1: divide each row by its sum. In the lecture 24.5, 164.0, 0.18 "
    "become 0.13, 0.87, 0.00.",
    "ru": "Вы возвращаете экспоненты сдвинутых оценок: наибольшая из них всегда 1. Вероятности "
    "в сумме дают 1: поделите каждую строку на её сумму. В лекции 24,5; 164,0; 0,18 "
    "превращаются в 0,13; 0,87; 0,00.",
}
CAUGHT_BY = [
    "softmax/test_probabilities_lecture",
    "softmax/test_probabilities_random",
    "softmax/test_probabilities_one_image",
    "softmax/test_probabilities_unchanged",
    "softmax/test_probabilities_stable",
]


def one(scores):
    shift = np.max(scores, axis=-1, keepdims=True)
    return np.exp(scores - shift)


def two(scores):
    rows = np.atleast_2d(scores)
    probabilities = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        exps = np.exp(rows[i] - max(rows[i]))
        for k in range(rows.shape[1]):
            probabilities[i, k] = exps[k]
    return probabilities.reshape(scores.shape)


def three(scores):
    columns = np.transpose(scores)
    powers = np.exp(columns - columns.max(axis=0))
    return np.transpose(powers)
