"""softmax_probabilities: the scores are changed in place."""

import numpy as np

FUNCTIONS = ["softmax.softmax_probabilities"]
RESULT = None
TITLE = {
    "en": "The scores are changed in place",
    "ru": "Оценки изменены на месте",
}
HINT = {
    "en": "After the call the scores are not what they were: `scores -= …` writes into the "
    "caller's array. Write `scores = scores - …`, which makes a new one.",
    "ru": "После вызова оценки уже не те: `scores -= …` пишет в массив того, кто вызвал "
    "функцию. Пишите `scores = scores - …` — получится новый массив.",
}
CAUGHT_BY = ["softmax/test_probabilities_unchanged"]


def shows(facts):
    return None if "changed" not in facts else bool(facts["changed"])


def one(scores):
    scores -= np.max(scores, axis=-1, keepdims=True)
    exps = np.exp(scores)
    return exps / np.sum(exps, axis=-1, keepdims=True)


def two(scores):
    for row in np.atleast_2d(scores):
        row[:] = np.exp(row - max(row))
        row[:] = row / sum(row)
    return scores


def three(scores):
    scores.T[...] = scores.T - scores.T.max(axis=0)
    np.exp(scores, out=scores)
    return np.transpose(scores.T / scores.T.sum(axis=0))
