"""softmax_probabilities: the largest score of all images is subtracted."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "The shift is the maximum of the whole matrix",
    "ru": "Сдвиг взят по всей матрице",
}
HINT = {
    "en": "np.max(scores) without an axis is one number for all images. Where a row lies far "
    "below it, all its exponents round to 0, and 0/0 is NaN. Each row has its own "
    "maximum: axis=-1, keepdims=True.",
    "ru": "np.max(scores) без оси — одно число на все изображения. Если строка намного ниже, "
    "все её экспоненты округляются до нуля, а 0/0 — это NaN. У каждой строки свой "
    "максимум: axis=-1, keepdims=True.",
}
CAUGHT_BY = ["softmax/test_probabilities_stable"]


def one(scores):
    shift = np.max(scores)
    exps = np.exp(scores - shift)
    return exps / np.sum(exps, axis=-1, keepdims=True)


def two(scores):
    rows = np.atleast_2d(scores)
    probabilities = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        exps = np.exp(rows[i] - max(map(max, rows)))
        for k in range(rows.shape[1]):
            probabilities[i, k] = exps[k] / sum(exps)
    return probabilities.reshape(scores.shape)


def three(scores):
    columns = np.transpose(scores)
    powers = np.exp(columns - np.amax(columns))
    return np.transpose(powers / powers.sum(axis=0))
