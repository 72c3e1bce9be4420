"""Softmax loss: 1 - p instead of -log p."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "1 - p is taken instead of -log p",
    "ru": "Вместо -log p взято 1 - p",
}
HINT = {
    "en": "Your loss of an image is 1 - p, at most 1. The softmax loss is -log p: the nearer p "
    "comes to 0, the more it costs, without limit (softmax Q1).",
    "ru": "Ваши потери изображения — 1 - p, не больше 1. А потери softmax — это -log p: чем "
    "ближе p к нулю, тем они больше, и предела нет (вопрос Q1 о softmax).",
}
CAUGHT_BY = [
    "softmax/test_*_lecture",
    "softmax/test_*_loss",
    "softmax/test_naive_agrees_with_vectorized",
    "softmax/test_*_versus_svm",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = 1 - exps[rows, y] / sums[:, 0]
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
        loss += 1 - np.exp(scores[y[i]] - log_sum)
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
    losses = 1 - (target * np.exp(log_p)).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
