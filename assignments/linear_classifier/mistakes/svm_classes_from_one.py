"""SVM: the labels are read as if they began at 1."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "The labels are read as if they began at 1",
    "ru": "Метки читаются так, будто нумерация с 1",
}
HINT = {
    "en": "Both results belong to other labels: y[i] - 1 stands where y[i] should. In NumPy "
    "the classes are the columns 0 to C - 1, and y[i] is the column itself; -1 silently "
    "means the last one.",
    "ru": "Оба результата посчитаны для других меток: вместо y[i] стоит y[i] - 1. В NumPy "
    "классы — это столбцы от 0 до C - 1, и y[i] — номер столбца; а индекс -1 молча "
    "означает последний.",
}
CAUGHT_BY = ["svm/test_naive_[!r]*", "svm/test_vectorized_[!r]*"]


def one(W, X, y, reg):
    rows, columns = np.arange(len(y)), y - 1
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, columns][:, np.newaxis] + 1)
    margins[rows, columns] = 0
    loss = np.sum(margins) / len(y) + reg * np.sum(W * W)

    dscores = (margins > 0).astype(float)
    dscores[rows, columns] = -np.sum(dscores, axis=1)
    return loss, X.T @ dscores / len(y) + 2 * reg * W


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        for j in range(1, C + 1):
            margin = scores[j - 1] - scores[y[i] - 1] + 1.0
            if j != (y[i] or C) and margin > 0:
                loss += margin
                dW[:, j - 1] += X[i]
                dW[:, y[i] - 1] -= X[i]
    return loss / N + reg * np.sum(W**2), dW / N + 2 * reg * W


def three(W, X, y, reg):
    target = np.roll(np.eye(W.shape[1])[y], -1, axis=1)
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return hinge.sum(axis=1).mean() + reg * np.square(W).sum(), dW
