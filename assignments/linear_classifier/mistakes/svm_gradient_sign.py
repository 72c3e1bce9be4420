"""SVM gradient: the two columns of a violated margin are moved in the wrong directions."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 1
TITLE = {
    "en": "The gradient of the hinge has the opposite sign",
    "ru": "У градиента шарнирной функции противоположный знак",
}
HINT = {
    "en": "A positive margin sⱼ - s_{yᵢ} + Δ grows with sⱼ and falls with s_{yᵢ}: xᵢ is added to "
    "column j of dW and subtracted from column yᵢ. Yours is the other way round, so a step against "
    "this gradient makes the loss grow. Compare with the numerical gradient.",
    "ru": "Положительный отступ sⱼ - s_{yᵢ} + Δ растёт вместе с sⱼ и убывает с ростом s_{yᵢ}: "
    "к столбцу j матрицы dW прибавляется xᵢ, из столбца yᵢ вычитается. У вас наоборот, и шаг "
    "против такого градиента увеличивает потери. Сравните с численным градиентом.",
}
CAUGHT_BY = [
    "svm/test_*_gradient",
    "svm/test_vectorized_kink",
    "svm/test_naive_agrees_with_vectorized",
]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    loss = np.sum(margins) / len(y) + reg * np.sum(W * W)

    dscores = -(margins > 0).astype(float)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    return loss, X.T @ dscores / len(y) + 2 * reg * W


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        for j in range(C):
            margin = scores[j] - scores[y[i]] + 1.0
            if j != y[i] and margin > 0:
                loss += margin
                dW[:, j] -= X[i]
                dW[:, y[i]] += X[i]
    return loss / N + reg * np.sum(W**2), dW / N + 2 * reg * W


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    loss = hinge.sum(axis=1).mean() + reg * np.square(W).sum()

    violations = np.sign(hinge)
    slope = target * violations.sum(axis=1, keepdims=True) - violations
    return loss, np.einsum("nd,nc->dc", X, slope) / X.shape[0] + reg * (W + W)
