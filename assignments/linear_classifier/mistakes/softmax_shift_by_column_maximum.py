"""Softmax loss: the largest score of each class is subtracted."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The shift is the maximum of each column",
    "ru": "Сдвиг взят по столбцам",
}
HINT = {
    "en": "You subtract from each class its largest score over the images (axis=0). The scores "
    "of one image are then shifted differently, which changes its probabilities. One "
    "image, one shift: axis=1.",
    "ru": "Вы вычитаете из каждого класса его наибольшую оценку по изображениям (axis=0). "
    "Оценки одного изображения сдвигаются по-разному, и вероятности меняются. Одному "
    "изображению — один сдвиг: axis=1.",
}
CAUGHT_BY = [
    "softmax/test_*_lecture",
    "softmax/test_*_loss",
    "softmax/test_*_stable",
    "softmax/test_*_versus_svm",
    "softmax/test_naive_agrees_with_vectorized",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    shifted = X @ W - np.max(X @ W, axis=0)
    losses = np.log(np.sum(np.exp(shifted), axis=1)) - shifted[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    largest = np.max(X @ W, axis=0)
    for i in range(N):
        scores = X[i].dot(W)
        columns = scores - largest
        loss += np.log(np.sum(np.exp(columns))) - columns[y[i]]
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        for j in range(C):
            p = np.exp(scores[j] - log_sum)
            dW[:, j] += p * X[i]
        dW[:, y[i]] -= X[i]
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    logits = (scores.T - scores.T.max(axis=1)[:, None]).T
    losses = -(target * (logits - np.log(np.exp(logits).sum(axis=1))[:, None])).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
