"""Softmax gradient: the probabilities are normalized over the images, not the classes."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The probabilities in the gradient sum to 1 over the images",
    "ru": "Вероятности в градиенте взяты по изображениям",
}
HINT = {
    "en": "In your gradient the exponents are divided by their sum over the images (axis=0). "
    "Probabilities compare the classes of one image: divide each row by its own sum, "
    "axis=1 with keepdims=True.",
    "ru": "В вашем градиенте экспоненты поделены на их сумму по изображениям (axis=0). "
    "Вероятности сравнивают классы одного изображения: делите каждую строку на её "
    "собственную сумму, axis=1 с keepdims=True.",
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

    raw = np.exp(X @ W - np.max(X @ W, axis=0))
    dscores = raw / np.sum(raw, axis=0)
    dscores[rows, y] -= 1
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    columns = X.dot(W).T
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(C):
            p = 1 / np.sum(np.exp(columns[j] - columns[j][i]))
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

    columns = scores - scores.max(axis=0)
    slopes = np.exp(columns - np.log(np.exp(columns).sum(axis=0))) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
