"""Softmax gradient: the whole gradient, with the regularization, has the opposite sign."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The whole gradient has the opposite sign",
    "ru": "У всего градиента противоположный знак",
}
HINT = {
    "en": "You return -dW, the antigradient. The function returns the gradient, the direction "
    "in which the loss grows; `train` goes against it with its own minus, so two of them "
    "would climb.",
    "ru": "Вы возвращаете -dW, антиградиент. Функция возвращает градиент — направление, в "
    "котором потери растут; минус ставит `train`, и с двумя минусами спуск превращается в "
    "подъём.",
}
CAUGHT_BY = [
    "softmax/test_*_gradient",
    "softmax/test_naive_agrees_with_vectorized",
    "softmax/test_*_regularization",
]


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
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, -dW


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
    loss = loss / N + reg * np.sum(W**2)
    dW = 0 - dW / N - 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", -X, slopes) / X.shape[0] - reg * (W + W)
    return loss, dW
