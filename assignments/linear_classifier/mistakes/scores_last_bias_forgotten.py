"""linear_scores: the bias of the last class is forgotten."""

import numpy as np

FUNCTIONS = ["scores.linear_scores"]
RESULT = None
TITLE = {
    "en": "The bias of the last class is forgotten",
    "ru": "Забыто смещение последнего класса",
}
HINT = {
    "en": "All scores are right but that of the last class, which lacks its bias. So does the "
    "slide, where the ship gets 61.95: an erratum. Add the whole vector b.",
    "ru": "Верны все оценки, кроме последнего класса: у неё нет смещения. Так и на слайде, где "
    "у корабля 61,95, — это опечатка. Прибавляйте вектор b целиком.",
}
CAUGHT_BY = ["scores/test_lecture", "scores/test_one_image", "scores/test_many_images"]


def one(x, W, b):
    return x @ W.T + np.append(b[:-1], 0)


def two(x, W, b):
    images = np.atleast_2d(x)
    scores = np.zeros((images.shape[0], W.shape[0]))
    for i in range(scores.shape[0]):
        for c in range(scores.shape[1]):
            scores[i, c] = np.sum(W[c] * images[i])
            if c + 1 < len(b):
                scores[i, c] += b[c]
    return scores if x.ndim == 2 else scores[0]


def three(x, W, b):
    scores = np.einsum("...d,cd->...c", x, W)
    return scores + b * (np.arange(b.size) < b.size - 1)
