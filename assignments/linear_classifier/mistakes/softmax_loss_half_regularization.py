"""Softmax loss: the regularization is half of what it should be."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The L2 term of the loss has a factor 0.5",
    "ru": "У слагаемого L2 в потерях лишний множитель 0,5",
}
HINT = {
    "en": "Here the L2 term of the loss is reg · ΣW², without 0.5. Either convention is in use, "
    "but loss and gradient must follow the same one: the gradient of reg · ΣW² is 2 · reg "
    "· W, that of 0.5 · reg · ΣW² is reg · W.",
    "ru": "Здесь слагаемое L2 в потерях — reg · ΣW², без 0,5. Встречаются оба соглашения, но "
    "потери и градиент должны следовать одному: градиент reg · ΣW² равен 2 · reg · W, а "
    "градиент 0,5 · reg · ΣW² — reg · W.",
}
CAUGHT_BY = ["softmax/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + 0.5 * reg * np.sum(W * W)

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
        loss += log_sum - scores[y[i]]
        for j in range(C):
            p = np.exp(scores[j] - log_sum)
            dW[:, j] += p * X[i]
        dW[:, y[i]] -= X[i]
    loss = loss / N + reg / 2 * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum() / 2

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
