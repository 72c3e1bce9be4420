"""softmax_probabilities: the logarithms of the probabilities."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "Logarithms of the probabilities are returned",
    "ru": "Возвращены логарифмы вероятностей",
}
HINT = {
    "en": "You return log p: negative numbers. They are handy inside a loss, but this function "
    "returns p itself, from 0 to 1, with the sum 1.",
    "ru": "Вы возвращаете log p — отрицательные числа. Внутри функции потерь они удобны, но эта "
    "функция возвращает сами p: от 0 до 1, с суммой 1.",
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
    exps = np.exp(scores - shift)
    return scores - shift - np.log(np.sum(exps, axis=-1, keepdims=True))


def two(scores):
    rows = np.atleast_2d(scores)
    probabilities = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        exps = np.exp(rows[i] - max(rows[i]))
        for k in range(rows.shape[1]):
            probabilities[i, k] = rows[i, k] - max(rows[i]) - np.log(sum(exps))
    return probabilities.reshape(scores.shape)


def three(scores):
    columns = np.transpose(scores)
    return np.transpose(columns - np.logaddexp.reduce(columns, axis=0))
