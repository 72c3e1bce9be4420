"""SVM loss: W or X is changed in place."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "W or X is changed in place",
    "ru": "W или X изменена на месте",
}
HINT = {
    "en": "After the call W or X is not what it was: `dW = W` gives the same array a second "
    "name, and operators like *= and -= write into it. Whoever calls the function goes on "
    "with spoiled data: work on a copy.",
    "ru": "После вызова W или X уже не те: `dW = W` даёт тому же массиву второе имя, а "
    "операции вроде *= и -= пишут прямо в него. Вызвавший продолжит с испорченными "
    "данными: работайте с копией.",
}
CAUGHT_BY = ["svm/test_vectorized_unchanged"]


def shows(facts):
    return None if "changed" not in facts else bool({"W", "X"} & set(facts["changed"]))


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    X /= len(y)
    dW = X.T @ dscores + 2 * reg * W
    return loss, dW


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
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    X /= N
    W -= 0.1 * dW
    return loss, dW


def three(W, X, y, reg):
    penalty = reg * np.square(W).sum()
    pull = reg * (W + W)
    W -= W.mean(axis=1, keepdims=True)
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + penalty

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + pull
    return loss, dW
