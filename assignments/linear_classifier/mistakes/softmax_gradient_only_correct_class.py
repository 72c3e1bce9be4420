"""Softmax gradient: only the column of the correct class is changed."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "Only the correct class gets a gradient",
    "ru": "Градиент получил только правильный класс",
}
HINT = {
    "en": "Each image changes all columns of dW: the correct class gets (p - 1) · xᵢ, every "
    "other class p · xᵢ. You fill in the column of the correct class alone, so nothing "
    "pushes the others down.",
    "ru": "Каждое изображение меняет все столбцы dW: правильный класс получает (p - 1) · xᵢ, "
    "любой другой — p · xᵢ. Вы заполняете только столбец правильного, и остальные ничто "
    "не толкает вниз.",
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

    dscores = np.zeros_like(exps)
    dscores[rows, y] = exps[rows, y] / sums[:, 0] - 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N = X.shape[0]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        dW[:, y[i]] += (np.exp(scores[y[i]] - log_sum) - 1) * X[i]
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

    slopes = target * np.expm1(log_p)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
