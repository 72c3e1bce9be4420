"""SVM gradient: the gradient is kept in an array of integers."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The gradient is kept in an array of integers",
    "ru": "Градиент хранится в массиве целых чисел",
}
HINT = {
    "en": "All elements of your dW are whole numbers: the array was made with an integer dtype, "
    "and NumPy cuts off the fractions silently. Make it with np.zeros(W.shape), without "
    "dtype=int.",
    "ru": "Все элементы вашей dW целые: массив создан с целым dtype, и NumPy молча отбрасывает "
    "дробные части. Создавайте его как np.zeros(W.shape), без dtype=int.",
}
CAUGHT_BY = [
    "svm/test_*_gradient",
    "svm/test_naive_agrees_with_vectorized",
    "svm/test_*_regularization",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = np.sum(losses) / len(y) + reg * np.sum(W * W)

    dscores = (margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    dW = X.T @ dscores / len(y) + 2 * reg * W
    return loss, dW.astype(int)


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
    integers = np.zeros(W.shape, dtype=np.int64)
    integers[...] = dW / N + 2 * reg * W
    return loss, integers


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, np.array([[int(slope) for slope in row] for row in dW])
