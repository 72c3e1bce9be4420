"""SVM gradient: each violation is weighed by its margin."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The margins themselves are multiplied with X",
    "ru": "На X умножены сами отступы",
}
HINT = {
    "en": "You multiply X with the margins. The derivative of the hinge is not its value: it is "
    "1 where the margin is positive and 0 elsewhere, so turn the positive margins into "
    "ones first.",
    "ru": "Вы умножаете X на сами отступы. Но производная шарнирной функции — не её значение: "
    "это 1 там, где отступ положителен, и 0 в остальных местах. Сначала замените "
    "положительные отступы единицами.",
}
CAUGHT_BY = [
    "svm/test_*_gradient",
    "svm/test_vectorized_kink",
    "svm/test_naive_agrees_with_vectorized",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = margins.copy()
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
                dW[:, j] += margin * X[i]
                dW[:, y[i]] -= margin * X[i]
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    violations = hinge * 1.0
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
