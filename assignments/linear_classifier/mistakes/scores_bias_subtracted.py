"""linear_scores: b is subtracted."""

import numpy as np

FUNCTIONS = ["scores.linear_scores"]
RESULT = None
TITLE = {
    "en": "The bias b is subtracted",
    "ru": "Смещение b вычитается",
}
HINT = {
    "en": "You subtract b. The bias is added to the score of its class: a class with a large "
    "bias is preferred before the pixels say anything.",
    "ru": "Вы вычитаете b. Смещение прибавляется к оценке своего класса: класс с большим "
    "смещением в выигрыше ещё до того, как что-то скажут пиксели.",
}
CAUGHT_BY = ["scores/test_lecture", "scores/test_one_image", "scores/test_many_images"]


def one(x, W, b):
    return x @ W.T - b


def two(x, W, b):
    images = np.atleast_2d(x)
    scores = np.zeros((images.shape[0], W.shape[0]))
    for i in range(scores.shape[0]):
        for c in range(scores.shape[1]):
            scores[i, c] = np.sum(W[c] * images[i]) - b[c]
    return scores if x.ndim == 2 else scores[0]


def three(x, W, b):
    scores = np.einsum("...d,cd->...c", x, W)
    return np.subtract(scores, b)
