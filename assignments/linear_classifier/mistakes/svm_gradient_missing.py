"""SVM: the loss alone is returned."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "Only the loss is returned",
    "ru": "Возвращены только потери",
}
HINT = {
    "en": "The function returns a number. It must return two things, `return loss, dW`: "
    "without the gradient there is nothing to train by.",
    "ru": "Функция возвращает число, а должна возвращать пару: `return loss, dW`. Без "
    "градиента обучать не по чему.",
}
CAUGHT_BY = ["svm/test_naive_*", "svm/test_vectorized_*"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    return np.sum(margins) / len(y) + reg * np.sum(W * W)


def two(W, X, y, reg):
    loss = 0.0
    for i in range(X.shape[0]):
        scores = X[i].dot(W)
        for j in range(W.shape[1]):
            if j != y[i]:
                loss += max(0.0, scores[j] - scores[y[i]] + 1.0)
    return loss / X.shape[0] + reg * np.sum(W**2)


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    return hinge.sum(axis=1).mean() + reg * np.square(W).sum()
