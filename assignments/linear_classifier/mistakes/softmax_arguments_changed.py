"""Softmax loss: W, X or y is changed in place."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "An argument is changed in place",
    "ru": "Аргумент изменён на месте",
}
HINT = {
    "en": "After the call W, X or y is not what it was: `dW = W` gives the same array a second "
    "name, and operators like *= and -= write into it. Whoever calls the function goes on "
    "with spoiled data: work on a copy.",
    "ru": "После вызова W, X или y уже не те: `dW = W` даёт тому же массиву второе имя, а "
    "операции вроде *= и -= пишут прямо в него. Вызвавший продолжит с испорченными "
    "данными: работайте с копией.",
}
CAUGHT_BY = ["softmax/test_vectorized_unchanged"]


def shows(facts):
    return None if "changed" not in facts else bool(facts["changed"])


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1, keepdims=True)
    losses = np.log(sums[:, 0]) - scores[rows, y]
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = exps / sums
    dscores[rows, y] -= 1
    dW = W
    dW *= 2 * reg
    dW += X.T @ dscores / len(y)
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros_like(W)
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(C):
            p = np.exp(scores[j] - log_sum)
            dW[:, j] += p * X[i]
        dW[:, y[i]] -= X[i]
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    X /= N
    W -= 0.1 * dW
    return loss, dW


def three(W, X, y, reg):
    penalty = reg * np.square(W).sum()
    pull = reg * (W + W)
    W -= W.mean(axis=1, keepdims=True)
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + penalty

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + pull
    return loss, dW
