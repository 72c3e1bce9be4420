"""SVM loss: y is changed in place."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "y is changed in place",
    "ru": "y изменён на месте",
}
HINT = {
    "en": "After the call y holds other numbers: `y += …` writes into the caller's labels, and "
    "the next call reads them as classes. Keep indices of your own in an array of your "
    "own.",
    "ru": "После вызова в y уже другие числа: `y += …` пишет в метки вызвавшего, и следующий "
    "вызов примет их за классы. Для своих индексов заведите свой массив.",
}
CAUGHT_BY = ["svm/test_vectorized_unchanged"]


def shows(facts):
    return None if "changed" not in facts else facts["changed"] == ["y"]


def one(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    scores = X @ W
    y += C * np.arange(N)
    margins = np.maximum(0, scores - scores.flat[y][:, np.newaxis] + 1)
    margins.flat[y] = 0
    loss = np.sum(margins) / N + reg * np.sum(W * W)

    dscores = (margins > 0).astype(float)
    dscores.flat[y] = -np.sum(dscores, axis=1)
    return loss, X.T @ dscores / N + 2 * reg * W


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros_like(W)
    for i in range(N):
        scores = X[i].dot(W)
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
        y[i] = -1
    return loss / N + reg * np.sum(W**2), dW / N + 2 * reg * W


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    y[...] = np.arange(len(y))
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return hinge.sum(axis=1).mean() + reg * np.square(W).sum(), dW
