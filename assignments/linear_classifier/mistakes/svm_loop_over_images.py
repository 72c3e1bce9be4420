"""SVM loss, vectorized: a Python loop over the images."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_loss_vectorized"]
RESULT = None
TITLE = {
    "en": "The vectorized version loops over the images",
    "ru": "В векторизованной версии цикл по изображениям",
}
HINT = {
    "en": "The results are right, but a Python loop over the images (or a list comprehension, "
    "or np.vectorize) takes some hundred times longer. Compute all margins as one (N, C) "
    "matrix, and dW as one product of X.T with it.",
    "ru": "Результаты верны, но цикл Python по изображениям (или генератор списка, или "
    "np.vectorize) работает раз в сто дольше. Считайте все отступы одной матрицей (N, C), "
    "а dW — одним произведением X.T на матрицу.",
}
CAUGHT_BY = ["svm/test_vectorized_speed"]


def shows(facts):
    return None if "ratio" not in facts else facts["ratio"] > 30


def one(W, X, y, reg):
    N = X.shape[0]
    scores = X @ W
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(N):
        margins = np.maximum(0, scores[i] - scores[i, y[i]] + 1)
        margins[y[i]] = 0
        loss += np.sum(margins)
        slopes = (margins > 0).astype(float)
        slopes[y[i]] = -np.sum(slopes)
        dW += np.outer(X[i], slopes)
    return loss / N + reg * np.sum(W * W), dW / N + 2 * reg * W


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
    dW = dW / N + 2 * reg * W
    return loss, dW


def three(W, X, y, reg):
    def of_image(x, label):
        margins = [score - x @ W[:, label] + 1 for score in x @ W]
        slopes = [float(margin > 0) for margin in margins]
        slopes[label] -= sum(slopes)
        hinge = sum(max(0.0, margin) for margin in margins) - 1
        return hinge, np.array(slopes)

    both = [of_image(x, label) for x, label in zip(X, y, strict=True)]
    loss = sum(hinge for hinge, _ in both) / len(both) + reg * np.square(W).sum()
    slopes = np.stack([slopes for _, slopes in both])
    return loss, X.T @ slopes / len(both) + reg * (W + W)
