"""Softmax gradient: the gradient is kept in an array of integers."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_naive", "softmax.softmax_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The gradient is kept in an array of integers",
    "ru": "Градиент хранится в массиве целых чисел",
}
HINT = {
    "en": "All elements of your dW are whole numbers: the array was made with an integer dtype, "
    "and NumPy cuts off the fractions silently. Make it with np.zeros(W.shape), without "
    "dtype=int.",
    "ru": "Все элементы вашей dW целые: массив создан с целым dtype, и NumPy молча отбрасывает "
    "дробные части. Создавайте его как np.zeros(W.shape), без dtype=int.",
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
    return loss, dW.astype(int)


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
    integers = np.zeros(W.shape, dtype=np.int64)
    integers[...] = dW / N + 2 * reg * W
    return loss, integers


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    logits = scores - scores.max(axis=1)[:, None]
    log_p = logits - np.log(np.exp(logits).sum(axis=1))[:, None]
    losses = -(target * log_p).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    slopes = np.exp(log_p) - target
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, np.array([[int(slope) for slope in row] for row in dW])
