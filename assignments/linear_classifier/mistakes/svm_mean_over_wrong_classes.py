"""SVM loss: the margins are averaged over the C - 1 wrong classes."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The margins are averaged over the wrong classes",
    "ru": "Отступы усреднены по неправильным классам",
}
HINT = {
    "en": "Each of your losses is C - 1 times too small: you take the mean over the wrong "
    "classes in place of the sum. The lecture's Q5 asks what this changes: only the "
    "scale, but the scale is fixed here. At W = 0 the loss must be C - 1.",
    "ru": "Каждое значение потерь в C - 1 раз меньше верного: вы берёте среднее по неправильным "
    "классам вместо суммы. Что от этого меняется — вопрос Q5 лекции: только масштаб, но "
    "здесь он задан. При W = 0 потери должны быть C - 1.",
}
CAUGHT_BY = ["svm/test_*_lecture", "svm/test_*_loss", "svm/test_naive_agrees_with_vectorized"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1) / (W.shape[1] - 1)
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
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                loss += margin / (C - 1)
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
    losses = hinge.mean(axis=1) * target.shape[1] / (target.shape[1] - 1)
    loss = losses.mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
