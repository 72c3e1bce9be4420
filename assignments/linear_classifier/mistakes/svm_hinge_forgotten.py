"""SVM loss: negative margins are summed too, without max(0, …)."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "max(0, …) is missing: negative margins are summed",
    "ru": "Нет max(0, …): складываются и отрицательные отступы",
}
HINT = {
    "en": "A class that loses by more than Δ costs nothing: its margin is negative, and max(0, "
    "…) makes it 0. You sum negative margins too, so they hide the violations, and a loss "
    "can fall below 0, which Q2 rules out.",
    "ru": "Класс, проигравший больше чем на Δ, ничего не стоит: его отступ отрицателен, и "
    "max(0, …) превращает его в 0. Вы складываете и отрицательные отступы: они скрывают "
    "нарушения, и потери могут стать меньше 0, а этого не бывает (вопрос Q2).",
}
CAUGHT_BY = ["svm/test_*_lecture", "svm/test_*_loss", "svm/test_naive_agrees_with_vectorized"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(scores - scores[rows, y][:, np.newaxis] + 1, axis=1) - 1
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
            if j == y[i]:
                continue
            loss += margin
            if margin > 0:
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
    losses = ((scores - correct + 1) * (1 - target)).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
