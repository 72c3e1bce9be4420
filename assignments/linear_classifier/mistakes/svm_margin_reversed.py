"""SVM loss: the difference of the scores has the opposite sign."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The scores in the margin are the wrong way round",
    "ru": "Оценки в отступе переставлены",
}
HINT = {
    "en": "You take max(0, s_{yᵢ} - sⱼ + Δ), which punishes the correct class for winning. A "
    "wrong class costs when it comes near: max(0, sⱼ - s_{yᵢ} + Δ). Try the lecture's "
    "cat, whose loss is 2.9.",
    "ru": "Вы берёте max(0, s_{yᵢ} - sⱼ + Δ) и наказываете правильный класс за выигрыш. Потери "
    "возникают, когда неправильный класс подходит близко: max(0, sⱼ - s_{yᵢ} + Δ). "
    "Проверьте на кошке из лекции: у неё 2,9.",
}
CAUGHT_BY = ["svm/test_*_lecture", "svm/test_*_loss", "svm/test_naive_agrees_with_vectorized"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    reversed_margins = np.maximum(0, scores[rows, y][:, np.newaxis] - scores + 1)
    losses = np.sum(reversed_margins, axis=1) - 1
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

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
            if j != y[i]:
                loss += max(0, scores[y[i]] - scores[j] + 1)
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = (np.clip(correct - scores + 1, 0, None) * (1 - target)).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
