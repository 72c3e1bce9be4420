"""SVM loss: the correct class is counted too, so each loss is Δ too large."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {"en": "The correct class is counted in the sum", "ru": "В сумму попал правильный класс"}
HINT = {
    "en": "The sum runs over the wrong classes only, j ≠ yᵢ. You also count the correct class: its "
    "margin is always Δ, so every loss is Δ = 1 too large. See the lecture's Q4 on the SVM loss.",
    "ru": "Сумма берётся только по неправильным классам, j ≠ yᵢ. У вас в неё попал и правильный: "
    "его отступ всегда равен Δ, поэтому все потери больше верных на Δ = 1. "
    "См. вопрос Q4 лекции о функции потерь SVM.",
}
CAUGHT_BY = ["svm/test_*_lecture", "svm/test_*_loss", "svm/test_naive_agrees_with_vectorized"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    loss = np.sum(margins) / len(y) + reg * np.sum(W * W)

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = 0
    dscores[rows, y] = -np.sum(dscores, axis=1)
    return loss, X.T @ dscores / len(y) + 2 * reg * W


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    return loss / N + reg * np.sum(W**2), dW / N + 2 * reg * W


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None)
    loss = hinge.sum(axis=1).mean() + reg * np.square(W).sum()

    active = (hinge > 0) * (1 - target)
    slope = active - target * active.sum(axis=1, keepdims=True)
    return loss, np.einsum("nd,nc->dc", X, slope) / X.shape[0] + reg * (W + W)
