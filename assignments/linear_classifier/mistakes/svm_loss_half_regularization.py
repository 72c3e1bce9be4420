"""SVM loss: the regularization is half of what it should be."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The L2 term of the loss has a factor 0.5",
    "ru": "У слагаемого L2 в потерях лишний множитель 0,5",
}
HINT = {
    "en": "Here the L2 term of the loss is reg · ΣW², without 0.5. Either convention is in use, "
    "but loss and gradient must follow the same one: the gradient of reg · ΣW² is 2 · reg "
    "· W, that of 0.5 · reg · ΣW² is reg · W.",
    "ru": "Здесь слагаемое L2 в потерях — reg · ΣW², без 0,5. Встречаются оба соглашения, но "
    "потери и градиент должны следовать одному: градиент reg · ΣW² равен 2 · reg · W, а "
    "градиент 0,5 · reg · ΣW² — reg · W.",
}
CAUGHT_BY = ["svm/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + 0.5 * reg * np.sum(W * W)

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
    loss = loss / N + reg / 2 * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum() / 2

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
