"""SVM gradient: the number reg · ΣW is added to every element."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "reg * np.sum(W) is added to the gradient",
    "ru": "К градиенту прибавлено reg * np.sum(W)",
}
HINT = {
    "en": "You add one number, reg · ΣW, to all elements of dW. Each weight has a derivative of "
    "its own: the derivative of reg · ΣW² by one weight w is 2 · reg · w, so add the "
    "matrix 2 · reg · W, without a sum.",
    "ru": "Вы прибавляете ко всем элементам dW одно число, reg · ΣW. У каждого веса своя "
    "производная: производная reg · ΣW² по весу w равна 2 · reg · w. Прибавляйте матрицу "
    "2 · reg · W, без суммы.",
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
    dW = X.T @ dscores / len(y) + reg * np.sum(W)
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
    dW = dW / N + reg * sum(map(sum, W))
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
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * np.einsum("dc->", W)
    return loss, dW
