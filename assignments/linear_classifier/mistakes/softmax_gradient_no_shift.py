"""Softmax gradient: exp of the scores themselves, without a shift, overflows."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "exp overflows in the gradient: the scores are not shifted",
    "ru": "exp в градиенте переполняется: оценки не сдвинуты",
}
HINT = {
    "en": "exp(1000) is infinite and exp(-1000) is 0, so the probabilities in your gradient "
    "become NaN. Subtract the largest score of each row before exp: the probabilities "
    "stay the same, and the largest exponent is exp(0) = 1.",
    "ru": "exp(1000) — бесконечность, exp(-1000) — ноль, и вероятности в вашем градиенте "
    "превращаются в NaN. До exp вычтите из каждой строки её наибольшую оценку: "
    "вероятности не изменятся, а наибольшая экспонента станет exp(0) = 1.",
}
CAUGHT_BY = ["softmax/test_*_stable"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    raw = np.exp(X @ W)
    dscores = raw / np.sum(raw, axis=1, keepdims=True)
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        raw = [np.exp(score) for score in scores]
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(C):
            p = raw[j] / sum(raw)
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

    slopes = np.einsum("nc,n->nc", np.exp(scores), 1 / np.exp(scores).sum(axis=1)) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
