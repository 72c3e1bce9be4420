"""linear_scores: one image's scores come back as a matrix."""

import numpy as np

FUNCTIONS = ["scores.linear_scores"]
RESULT = None
TITLE = {
    "en": "The scores of one image come back as a matrix",
    "ru": "Оценки одного изображения возвращаются матрицей",
}
HINT = {
    "en": "For one image, a vector of D pixels, you return (1, C). The result follows the "
    "argument: (C,) for a vector, (N, C) for a matrix; x @ W.T + b does both.",
    "ru": "Для одного изображения, вектора из D пикселей, вы возвращаете (1, C). Результат "
    "следует за аргументом: (C,) для вектора, (N, C) для матрицы; x @ W.T + b годится для "
    "обоих.",
}
CAUGHT_BY = ["scores/test_lecture", "scores/test_one_image"]


def one(x, W, b):
    return np.atleast_2d(x) @ W.T + b


def two(x, W, b):
    images = np.atleast_2d(x)
    scores = np.zeros((images.shape[0], W.shape[0]))
    for i in range(scores.shape[0]):
        for c in range(scores.shape[1]):
            scores[i, c] = np.sum(W[c] * images[i]) + b[c]
    return scores


def three(x, W, b):
    scores = np.einsum("...d,cd->...c", x, W)
    return np.add(scores, b[np.newaxis])
