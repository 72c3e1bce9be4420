"""softmax_probabilities: exp of the scores themselves overflows."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "exp overflows: the scores are not shifted",
    "ru": "exp переполняется: оценки не сдвинуты",
}
HINT = {
    "en": "exp(1000) is infinite and exp(-1000) is 0, so large scores of either sign give NaN. "
    "The probabilities do not change when a constant is added to all scores of an image: "
    "subtract the largest score of each row first.",
    "ru": "exp(1000) — бесконечность, exp(-1000) — ноль, поэтому большие оценки любого знака "
    "дают NaN. Вероятности не меняются, если ко всем оценкам изображения прибавить одно "
    "число: сначала вычтите из каждой строки её наибольшую оценку.",
}
CAUGHT_BY = ["softmax/test_probabilities_stable"]


def one(scores):
    exps = np.exp(scores)
    return exps / np.sum(exps, axis=-1, keepdims=True)


def two(scores):
    rows = np.atleast_2d(scores)
    probabilities = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        exps = np.exp(rows[i])
        for k in range(rows.shape[1]):
            probabilities[i, k] = exps[k] / sum(exps)
    return probabilities.reshape(scores.shape)


def three(scores):
    columns = np.transpose(scores)
    powers = np.exp(columns)
    return np.transpose(powers / powers.sum(axis=0))
