"""l1: the gradient is 1 for every weight."""

import numpy as np

FUNCTIONS = ["regularization.l1"]
RESULT = 1
TITLE = {
    "en": "The gradient ignores the signs of the weights",
    "ru": "Градиент не учитывает знаки весов",
}
HINT = {
    "en": "Your gradient is 1 everywhere. The slope of |w| is 1 for positive and -1 for "
    "negative weights: np.sign(W).",
    "ru": "Ваш градиент всюду равен 1. Наклон |w| — это 1 для положительных и -1 для "
    "отрицательных весов: np.sign(W).",
}
CAUGHT_BY = ["regularization/test_l1_gradient"]


def one(W):
    return np.sum(np.abs(W)), np.ones(W.shape)


def two(W):
    total, dW = 0.0, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        total += abs(W[index])
        dW[index] = 1
    return total, dW


def three(W):
    slopes = np.full_like(W, 1.0)
    return np.linalg.norm(W.ravel(), 1), slopes
