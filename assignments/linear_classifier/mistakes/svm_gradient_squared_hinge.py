"""SVM gradient: the gradient is that of the squared hinge."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The gradient is that of the squared hinge",
    "ru": "Градиент — от квадратичной шарнирной функции",
}
HINT = {
    "en": "You weigh each violation by twice its margin. That is the gradient of the squared "
    "hinge, of the lecture's Q6. The slope of the plain hinge is 1 wherever the margin is "
    "positive, however large it is.",
    "ru": "Вы берёте каждое нарушение с весом в два отступа. Это градиент квадратичной "
    "шарнирной функции из вопроса Q6 лекции. У обычной наклон равен 1 при любом "
    "положительном отступе, каким бы большим он ни был.",
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

    dscores = 2 * margins
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
                dW[:, j] += 2 * margin * X[i]
                dW[:, y[i]] -= 2 * margin * X[i]
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

    violations = hinge + hinge
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
