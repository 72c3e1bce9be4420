"""Softmax loss, vectorized: a Python loop over the images."""

import numpy as np

FUNCTIONS = ["softmax.softmax_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "The vectorized version loops over the images",
    "ru": "В векторизованной версии цикл по изображениям",
}
HINT = {
    "en": "The results are right, but a Python loop over the images (or a list comprehension, "
    "or np.vectorize) takes some hundred times longer. Compute all probabilities as one "
    "(N, C) matrix, and dW as one product of X.T with it.",
    "ru": "Результаты верны, но цикл Python по изображениям (или генератор списка, или "
    "np.vectorize) работает раз в сто дольше. Считайте все вероятности одной матрицей (N, "
    "C), а dW — одним произведением X.T на матрицу.",
}
CAUGHT_BY = ["softmax/test_vectorized_speed"]


def shows(facts):
    return None if "ratio" not in facts else facts["ratio"] > 30


def one(W, X, y, reg):
    N = X.shape[0]
    scores = X @ W
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        shifted = scores[i] - np.max(scores[i])
        exps = np.exp(shifted)
        loss += np.log(np.sum(exps)) - shifted[y[i]]
        slopes = exps / np.sum(exps)
        slopes[y[i]] -= 1
        dW += np.outer(X[i], slopes)
    return loss / N + reg * np.sum(W * W), dW / N + 2 * reg * W


def two(W, X, y, reg):
    N, C = X.shape[0], W.shape[1]
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        scores = X[i].dot(W)
        scores = scores - max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(C):
            p = np.exp(scores[j] - log_sum)
            dW[:, j] += p * X[i]
        dW[:, y[i]] -= X[i]
    loss = loss / N + reg * np.sum(W**2)
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    def of_image(x, label):
        scores = [x @ column for column in W.T]
        log_p = [score - np.logaddexp.reduce(scores) for score in scores]
        slopes = np.exp(log_p)
        slopes[label] -= 1
        return -log_p[label], slopes

    both = [of_image(x, label) for x, label in zip(X, y, strict=True)]
    loss = sum(loss for loss, _ in both) / len(both) + reg * np.square(W).sum()
    slopes = np.stack([slopes for _, slopes in both])
    return loss, X.T @ slopes / len(both) + reg * (W + W)
