"""SVM loss: Δ is subtracted instead of added."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "Δ is subtracted instead of added",
    "ru": "Δ вычитается, а должна прибавляться",
}
HINT = {
    "en": "You take max(0, sⱼ - s_{yᵢ} - Δ): a wrong class costs nothing even when it wins, if "
    "by less than Δ. The correct class must lead by Δ, so Δ is added. At W = 0 the loss "
    "must be C - 1, see Q3.",
    "ru": "Вы берёте max(0, sⱼ - s_{yᵢ} - Δ): неправильный класс ничего не стоит, даже если "
    "выигрывает, но меньше чем на Δ. Правильный должен опережать на Δ, поэтому Δ "
    "прибавляют. При W = 0 потери равны C - 1, см. вопрос Q3.",
}
CAUGHT_BY = ["svm/test_*_lecture", "svm/test_*_loss", "svm/test_naive_agrees_with_vectorized"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(np.maximum(0, scores - scores[rows, y][:, np.newaxis] - 1), axis=1)
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
            loss += max(0, scores[j] - (scores[y[i]] + 1))
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
    losses = np.clip(scores - (correct + 1), 0, None).sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
