"""softmax_probabilities: the largest score of each class is subtracted."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "The shift is the maximum of each column",
    "ru": "Сдвиг взят по столбцам",
}
HINT = {
    "en": "You subtract from each class its largest score over the images (axis=0). The scores "
    "of one image are then shifted differently, and its probabilities change. One image, "
    "one shift: axis=-1.",
    "ru": "Вы вычитаете из каждого класса его наибольшую оценку по изображениям (axis=0). "
    "Оценки одного изображения сдвигаются по-разному, и вероятности меняются. Одному "
    "изображению — один сдвиг: axis=-1.",
}
CAUGHT_BY = [
    "softmax/test_probabilities_lecture",
    "softmax/test_probabilities_random",
    "softmax/test_probabilities_stable",
    "softmax/test_probabilities_unchanged",
]


def one(scores):
    shift = np.max(scores, axis=0)
    exps = np.exp(scores - shift)
    return exps / np.sum(exps, axis=-1, keepdims=True)


def two(scores):
    rows = np.atleast_2d(scores)
    probabilities = np.zeros(rows.shape)
    for i in range(rows.shape[0]):
        exps = np.exp(rows[i] - (max(rows[i]) if scores.ndim == 1 else rows.max(axis=0)))
        for k in range(rows.shape[1]):
            probabilities[i, k] = exps[k] / sum(exps)
    return probabilities.reshape(scores.shape)


def three(scores):
    columns = np.transpose(scores)
    powers = np.exp(columns - columns.T.max(axis=0).T[..., np.newaxis])
    return np.transpose(powers / powers.sum(axis=0))
