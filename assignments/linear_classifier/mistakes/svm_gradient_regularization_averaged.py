"""SVM gradient: 2 · reg · W is added before the division by N."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The regularization's gradient is divided by N too",
    "ru": "Градиент регуляризации тоже поделён на N",
}
HINT = {
    "en": "You add 2 · reg · W before dividing dW by N, so it is divided as well. The "
    "regularization belongs to W, not to the images: average the data part first, then "
    "add it.",
    "ru": "Вы прибавляете 2 · reg · W до деления dW на N, и она делится тоже. Регуляризация "
    "относится к W, а не к изображениям: сначала усредните часть от данных, потом "
    "прибавьте её.",
}
CAUGHT_BY = ["svm/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    dW = (X.T @ dscores + 2 * reg * W) / len(y)
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
    loss = loss / N + reg * np.sum(W**2)
    dW = (dW + 2 * reg * W) / N
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W) / len(X)
    return loss, dW
