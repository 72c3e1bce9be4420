"""Softmax: the loss alone is returned."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "Only the loss is returned",
    "ru": "Возвращены только потери",
}
HINT = {
    "en": "The function returns a number. It must return two things, `return loss, dW`: "
    "without the gradient there is nothing to train by.",
    "ru": "Функция возвращает число, а должна возвращать пару: `return loss, dW`. Без "
    "градиента обучать не по чему.",
}
CAUGHT_BY = ["softmax/test_naive_*", "softmax/test_vectorized_*"]


def one(W, X, y, reg):
    scores = X @ W
    scores = scores - np.max(scores, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(scores), axis=1)) - scores[np.arange(len(y)), y]
    return np.sum(losses) / len(y) + reg * np.sum(W * W)


def two(W, X, y, reg):
    loss = 0.0
    for i in range(X.shape[0]):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        loss += np.log(sum(np.exp(s) for s in scores)) - scores[y[i]]
    return loss / X.shape[0] + reg * np.sum(W**2)


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    logits = np.einsum("nd,dc->nc", X, W)
    logits = logits - logits.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    return -(target * log_p).sum(axis=1).mean() + reg * np.square(W).sum()
