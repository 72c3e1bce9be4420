"""Softmax loss: -log p is summed over all classes, not taken for the correct one."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "-log p of all classes is summed",
    "ru": "Сложены -log p всех классов",
}
HINT = {
    "en": "You sum -log p over all the classes. The target is 1 for the correct class and 0 for "
    "the others, so cross-entropy keeps -log p of the correct class alone: pick it with "
    "[np.arange(N), y].",
    "ru": "Вы складываете -log p по всем классам. Целевое распределение — 1 у правильного "
    "класса и 0 у остальных, поэтому в перекрёстной энтропии остаётся лишь -log p "
    "правильного: выберите его через [np.arange(N), y].",
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
    losses = W.shape[1] * np.log(sums[:, 0]) - np.sum(scores, axis=1)
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
        loss += sum(log_sum - score for score in scores)
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
    losses = -log_p.sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
