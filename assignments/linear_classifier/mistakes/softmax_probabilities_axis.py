"""softmax_probabilities: the exponents are normalized over the images."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "The probabilities are normalized over the images",
    "ru": "Вероятности нормированы по изображениям",
}
HINT = {
    "en": "Your columns sum to 1, not your rows: you sum over axis=0, the images. The classes "
    "of one image share the probability 1: sum over the last axis with keepdims=True, "
    "then the division goes row by row.",
    "ru": "До 1 у вас суммируются столбцы, а не строки: сумма взята по axis=0, то есть по "
    "изображениям. Вероятность 1 делят классы одного изображения: берите сумму по "
    "последней оси с keepdims=True, и деление пойдёт по строкам.",
}
CAUGHT_BY = [
    "softmax/test_probabilities_lecture",
    "softmax/test_probabilities_random",
    "softmax/test_probabilities_unchanged",
    "softmax/test_probabilities_stable",
]


def one(scores):
    shift = np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(scores - shift)
    return exps / np.sum(exps, axis=0)


def two(scores):
    rows = np.atleast_2d(scores)
    probabilities = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        exps = np.exp(rows[i] - max(rows[i]))
        for k in range(rows.shape[1]):
            probabilities[i, k] = exps[k] / (
                sum(exps) if scores.ndim == 1 else sum(np.exp(row[k] - max(row)) for row in rows)
            )
    return probabilities.reshape(scores.shape)


def three(scores):
    columns = np.transpose(scores)
    powers = np.exp(columns - columns.max(axis=0))
    return np.transpose(powers / powers.sum(axis=-1, keepdims=True))
