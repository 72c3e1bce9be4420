import numpy as np


def softmax_probabilities(scores):
    scores = np.array(scores, dtype=float)
    scores -= scores.max(-1)[..., None]
    np.exp(scores, out=scores)
    scores /= scores.sum(-1)[..., None]
    return scores


def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for x, label in zip(X, y):
        p = softmax_probabilities(x @ W)
        loss -= np.log(p[label])
        p[label] -= 1
        for k in range(len(p)):
            dW[:, k] += p[k] * x
    return loss / len(y) + reg * (W**2).sum(), dW / len(y) + 2 * reg * W


def softmax_loss_vectorized(W, X, y, reg):
    p = softmax_probabilities(X @ W)
    loss = -np.log(np.take_along_axis(p, y[:, None], axis=1)).mean() + reg * (W**2).sum()
    p[np.arange(len(y)), y] -= 1
    return loss, X.T @ p / len(y) + 2 * reg * W


def log_or_0(p):
    return np.log(p, out=np.zeros(len(p)), where=p > 0)


def cross_entropy(p, q):
    return -p @ log_or_0(q)


def kl_divergence(p, q):
    return float(np.sum(p * (log_or_0(p) - log_or_0(q))))
