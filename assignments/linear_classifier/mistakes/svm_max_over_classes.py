"""SVM loss: only the largest margin of an image is counted."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "Only the largest margin of each image is counted",
    "ru": "Учтён только наибольший отступ изображения",
}
HINT = {
    "en": "You take the largest margin over the classes; this loss sums the margins of all "
    "wrong classes. Look at the lecture's frog: both other classes beat it, and both "
    "count in its 12.9.",
    "ru": "Вы берёте наибольший отступ по классам, а в этой функции потерь складываются отступы "
    "всех неправильных классов. Посмотрите на лягушку из лекции: её обошли оба других "
    "класса, и оба входят в 12,9.",
}
CAUGHT_BY = ["svm/test_*_lecture", "svm/test_*_loss", "svm/test_naive_agrees_with_vectorized"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.max(margins, axis=1)
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
        worst = 0.0
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                worst = max(worst, margin)
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
        loss += worst
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = np.sort(hinge, axis=1)[:, -1]
    loss = losses.mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
