"""softmax_probabilities: one image's scores come back as a matrix."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "One image comes back as a matrix",
    "ru": "Одно изображение возвращается матрицей",
}
HINT = {
    "en": "For the scores of one image, of shape (C,), you return (1, C). The result has the "
    "shape of the argument: with axis=-1 and keepdims=True the same code serves vectors "
    "and matrices, without a reshape.",
    "ru": "Для оценок одного изображения, формы (C,), вы возвращаете (1, C). Форма результата — "
    "как у аргумента: с axis=-1 и keepdims=True один и тот же код годится и для векторов, "
    "и для матриц, без reshape.",
}
CAUGHT_BY = ["softmax/test_probabilities_one_image"]


def one(scores):
    scores = np.atleast_2d(scores)
    shift = np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(scores - shift)
    return exps / np.sum(exps, axis=-1, keepdims=True)


def two(scores):
    rows = np.atleast_2d(scores)
    probabilities = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        exps = np.exp(rows[i] - max(rows[i]))
        for k in range(rows.shape[1]):
            probabilities[i, k] = exps[k] / sum(exps)
    return probabilities


def three(scores):
    columns = np.transpose(np.array(scores, ndmin=2))
    powers = np.exp(columns - columns.max(axis=0))
    return np.transpose(powers / powers.sum(axis=0))
