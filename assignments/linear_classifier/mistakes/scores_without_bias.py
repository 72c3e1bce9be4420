"""linear_scores: b is forgotten."""

import numpy as np

FUNCTIONS = ["scores.linear_scores"]
RESULT = None
TITLE = {
    "en": "The bias b is forgotten",
    "ru": "Забыто смещение b",
}
HINT = {
    "en": "Your scores are Wx alone: add the bias of each class, f(x, W) = Wx + b. The slide "
    "has this slip too: it prints 61.95 for the ship, without b₃ = -1.2.",
    "ru": "Ваши оценки — это одно лишь Wx: прибавьте смещение каждого класса, f(x, W) = Wx + b. "
    "На слайде такая же опечатка: для корабля напечатано 61,95, без b₃ = -1,2.",
}
CAUGHT_BY = ["scores/test_lecture", "scores/test_one_image", "scores/test_many_images"]


def one(x, W, b):
    return x @ W.T


def two(x, W, b):
    images = np.atleast_2d(x)
    scores = np.zeros((images.shape[0], W.shape[0]))
    for i in range(scores.shape[0]):
        for c in range(scores.shape[1]):
            scores[i, c] = np.sum(W[c] * images[i])
    return scores if x.ndim == 2 else scores[0]


def three(x, W, b):
    return np.einsum("...d,cd->...c", x, W)
