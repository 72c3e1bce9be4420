"""softmax_probabilities: the exponents are divided by their sum over all images."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "All probabilities together sum to 1",
    "ru": "До 1 суммируются все вероятности вместе",
}
HINT = {
    "en": "np.sum without an axis adds up the exponents of all images, so your whole matrix "
    "sums to 1. Each image has probabilities of its own: every row sums to 1, with "
    "axis=-1 and keepdims=True.",
    "ru": "np.sum без оси складывает экспоненты всех изображений, и до 1 суммируется вся "
    "матрица. У каждого изображения вероятности свои: до 1 суммируется каждая строка, с "
    "axis=-1 и keepdims=True.",
}
CAUGHT_BY = [
    "softmax/test_probabilities_random",
    "softmax/test_probabilities_unchanged",
    "softmax/test_probabilities_stable",
]


def one(scores):
    shift = np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(scores - shift)
    return exps / np.sum(exps)


def two(scores):
    rows = np.atleast_2d(scores)
    probabilities = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        exps = np.exp(rows[i] - max(rows[i]))
        for k in range(rows.shape[1]):
            probabilities[i, k] = exps[k] / sum(np.sum(np.exp(row - max(row))) for row in rows)
    return probabilities.reshape(scores.shape)


def three(scores):
    columns = np.transpose(scores)
    powers = np.exp(columns - columns.max(axis=0))
    return np.transpose(powers / powers.sum())
