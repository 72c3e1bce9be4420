"""Softmax loss: the logarithm of a probability that has rounded to 0."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "log(0): a tiny probability has rounded to 0",
    "ru": "log(0): малая вероятность округлилась до нуля",
}
HINT = {
    "en": "When the correct class loses by some 750 or more, its probability rounds to 0, and "
    "-log(0) is infinite. Take the logarithm before rounding can happen: -log p_k = log Σ "
    "exp(sⱼ) - s_k, with the scores shifted by their maximum.",
    "ru": "Когда правильный класс отстаёт примерно на 750 и больше, его вероятность округляется "
    "до нуля, а -log(0) — бесконечность. Логарифмируйте до округления: -log p_k = log Σ "
    "exp(sⱼ) - s_k, где оценки уже сдвинуты на максимум.",
}
CAUGHT_BY = ["softmax/test_*_stable"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = -np.log(exps[rows, y] / sums[:, 0])
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss -= np.log(np.exp(scores[y[i]]) / np.sum(np.exp(scores)))
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
    losses = -np.log(np.einsum("nc,nc->n", target, np.exp(log_p)))
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
