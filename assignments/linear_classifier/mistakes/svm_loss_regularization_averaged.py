"""SVM loss: the regularization is added before the sum is divided by N."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_naive", "linear_svm.svm_loss_vectorized"]
RESULT = 0
TITLE = {
    "en": "The regularization is divided by N too",
    "ru": "Регуляризация тоже поделена на N",
}
HINT = {
    "en": "You add reg · ΣW² before dividing by N, so it is divided as well, and fades as the "
    "data grow. Average the losses of the images first, then add the regularization once.",
    "ru": "Вы прибавляете reg · ΣW² до деления на N, и она делится вместе с потерями: чем "
    "больше данных, тем она слабее. Сначала усредните потери изображений, потом один раз "
    "прибавьте регуляризацию.",
}
CAUGHT_BY = ["svm/test_*_regularization"]


def one(W, X, y, reg):
    rows = np.arange(len(y))
    scores = X @ W
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    loss = (np.sum(losses) + reg * np.sum(W * W)) / len(y)

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
    loss = (loss + reg * np.sum(W**2)) / N
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    target = np.eye(W.shape[1])[y]
    scores = np.einsum("nd,dc->nc", X, W)
    correct = np.sum(scores * target, axis=1, keepdims=True)
    hinge = np.clip(scores - correct + 1, 0, None) * (1 - target)
    losses = hinge.sum(axis=1)
    loss = losses.mean() + reg * np.square(W).sum() / len(X)

    violations = np.sign(hinge)
    slopes = violations - target * violations.sum(axis=1, keepdims=True)
    dW = np.einsum("nd,nc->dc", X, slopes) / X.shape[0] + reg * (W + W)
    return loss, dW
