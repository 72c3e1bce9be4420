"""SVM loss: the regularization is added to N in the divisor."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The regularization is in the divisor",
    "ru": "Регуляризация попала в делитель",
}
HINT = {
    "en": "In `loss /= N + reg * …` all that stands to the right of /= is the divisor: you "
    "divide by N + reg · ΣW². Divide by N in one line, and add the regularization in the "
    "next.",
    "ru": "В строке `loss /= N + reg * …` всё, что правее /=, — делитель: вы делите на N + reg "
    "· ΣW². Поделите на N одной строкой, а регуляризацию прибавьте следующей.",
}
CAUGHT_BY = ["svm/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / (len(y) + reg * np.sum(W * W))

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss /= N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.sum() / (X.shape[0] + reg * np.square(W).sum())

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
