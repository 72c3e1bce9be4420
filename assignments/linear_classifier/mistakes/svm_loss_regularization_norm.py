"""SVM loss: the regularization is the norm of W, not its square."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The regularization has a square root too many",
    "ru": "В регуляризации лишний квадратный корень",
}
HINT = {
    "en": "The L2 term is the sum of squares, reg · ΣW². You take its square root, as "
    "np.linalg.norm does; then 2 · reg · W is not its gradient any more. Square the norm, "
    "or sum W * W.",
    "ru": "Слагаемое L2 — это сумма квадратов, reg · ΣW². Вы извлекаете из неё корень (так "
    "делает np.linalg.norm), и 2 · reg · W — уже не её градиент. Возведите норму в "
    "квадрат или сложите W * W.",
}
CAUGHT_BY = ["svm/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + reg * np.linalg.norm(W)

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
    loss = loss / N + reg * np.sum(W**2) ** 0.5
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * np.sqrt(np.square(W).sum())

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
