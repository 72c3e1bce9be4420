import numpy as np


def softmax_probabilities(scores):
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros(W.shape)
    for i in range(X.shape[0]):
        scores = X[i].dot(W)
        scores = scores - scores.max()
        total = np.sum(np.exp(scores))
        loss += np.log(total) - scores[y[i]]
        for j in range(W.shape[1]):
            dW[:, j] += np.exp(scores[j]) / total * X[i]
        dW[:, y[i]] -= X[i]
    loss = loss / X.shape[0] + reg * np.sum(W * W)
    dW = dW / X.shape[0] + 2 * reg * W
    return loss, dW


def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X.dot(W)
    p = np.zeros(scores.shape)
    loss = 0.0
    for i in range(N):
        row = scores[i] - np.max(scores[i])
        log_total = np.log(np.sum(np.exp(row)))
        loss += log_total - row[y[i]]
        p[i] = np.exp(row - log_total)
        p[i, y[i]] -= 1
    loss = loss / N + reg * np.sum(W * W)
    dW = X.T.dot(p) / N + 2 * reg * W
    return loss, dW
