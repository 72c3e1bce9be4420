"""Softmax gradient: the exponents are not divided by their sum."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The exponents in the gradient are not normalized",
    "ru": "Экспоненты в градиенте не нормированы",
}
HINT = {
    "en": "Your gradient has exp(sⱼ - max) in the place of the probabilities. Divide each row "
    "by its sum first; with exact probabilities each row of dscores sums to 0, which is a "
    "good check.",
    "ru": "В вашем градиенте на месте вероятностей стоят exp(sⱼ - max). Сначала поделите каждую "
    "строку на её сумму; с настоящими вероятностями сумма каждой строки dscores равна 0 — "
    "хорошая проверка.",
}
CAUGHT_BY = ["softmax/test_*_gradient", "softmax/test_naive_agrees_with_vectorized"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = exps.copy()
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
        loss += log_sum - scores[y[i]]
        for j in range(C):
            p = np.exp(scores[j])
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
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(logits) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
