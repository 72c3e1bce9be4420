"""linear_scores: the scores of several images are (C, N)."""

import numpy as np

FUNCTIONS = ["scores.linear_scores"]
RESULT = None
TITLE = {
    "en": "The scores of several images are transposed",
    "ru": "Оценки нескольких изображений транспонированы",
}
HINT = {
    "en": "For N images you return (C, N). An image is a row of x, so its scores are a row too: "
    "(N, C), from x @ W.T + b.",
    "ru": "Для N изображений вы возвращаете (C, N). Изображение — строка x, значит, и его "
    "оценки — строка: (N, C), то есть x @ W.T + b.",
}
CAUGHT_BY = ["scores/test_many_images"]


def one(x, W, b):
    return (x @ W.T + b).T


def two(x, W, b):
    images = np.atleast_2d(x)
    scores = np.zeros((images.shape[0], W.shape[0]))
    for i in range(scores.shape[0]):
        for c in range(scores.shape[1]):
            scores[i, c] = np.sum(W[c] * images[i]) + b[c]
    return np.transpose(scores) if x.ndim == 2 else scores[0]


def three(x, W, b):
    scores = np.einsum("...d,cd->c...", x, W)
    return np.add(scores.T, b).T
