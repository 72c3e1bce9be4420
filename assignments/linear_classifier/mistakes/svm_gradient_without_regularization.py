"""SVM gradient: the gradient of the regularization is missing."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The gradient lacks the regularization",
    "ru": "В градиенте нет регуляризации",
}
HINT = {
    "en": "The loss has the term reg · ΣW², but dW has nothing of it: add its gradient, 2 · reg · "
    "W. Without it the weights are never pulled towards zero, whatever reg is.",
    "ru": "В потерях есть слагаемое reg · ΣW², а в dW от него ничего нет: прибавьте его градиент, "
    "2 · reg · W. Без него веса никогда не тянет к нулю, каким бы ни был reg.",
}
CAUGHT_BY = ["svm/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    loss = np.sum(margins) / len(y) + reg * np.sum(W * W)

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    return loss, X.T @ dscores / len(y)


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
    return loss / N + reg * np.sum(W**2), dW / N


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    loss = hinge.sum(axis=1).mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slope = violations - target * violations.sum(axis=1, keepdims=True)
    return loss, np.einsum("nd,nc->dc", X, slope) / X.shape[0]
