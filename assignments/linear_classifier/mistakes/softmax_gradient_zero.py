"""Softmax gradient: the gradient is left at zero."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The gradient is left at zero",
    "ru": "Градиент так и остался нулевым",
}
HINT = {
    "en": "dW is the matrix of zeros that it starts as, whatever the data. Fill it where you "
    "compute the loss: every image changes all its columns.",
    "ru": "При любых данных dW остаётся матрицей нулей, с которой всё начинается. Заполняйте её "
    "там же, где считаете потери: каждое изображение меняет все её столбцы.",
}
CAUGHT_BY = [
    "softmax/test_*_gradient",
    "softmax/test_naive_agrees_with_vectorized",
    "softmax/test_*_regularization",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dW = np.zeros_like(W)
    return loss, dW


def two(W, X, y, reg):
    N = X.shape[0]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
    loss = loss / N + reg * np.sum(W**2)
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    dW = 0 * W
    return loss, dW
