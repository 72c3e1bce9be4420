"""SVM gradient: the value reg · ΣW² is added instead of its gradient."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The value reg · ΣW² is added to the gradient",
    "ru": "К градиенту прибавлено само значение reg · ΣW²",
}
HINT = {
    "en": "You add the regularization itself, the number reg · ΣW², to all elements of dW. The "
    "gradient needs its derivative by each weight: the matrix 2 · reg · W.",
    "ru": "Вы прибавляете ко всем элементам dW саму регуляризацию — число reg · ΣW². Градиенту "
    "нужна её производная по каждому весу: матрица 2 · reg · W.",
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
    dW = X.T @ dscores / len(y) + reg * np.sum(W * W)
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
    dW = dW / N + reg * np.sum(W**2)
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
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * np.linalg.norm(W) ** 2
    return loss, dW
