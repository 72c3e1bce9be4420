"""Softmax through the log-sum-exp; small results leave as lists."""

import numpy as np
from common import one_hot, with_l2


def log_probabilities(scores):
    scores = np.asarray(scores, dtype=np.float64)
    shifted = scores - np.amax(scores, axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def softmax_probabilities(scores):
    return np.exp(log_probabilities(scores)).tolist()


def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros(W.T.shape)
    for x, label in zip(X, y, strict=True):
        logp = log_probabilities(x @ W)
        loss -= logp[label] / len(y)
        for k, p in enumerate(np.exp(logp)):
            dW[k] += (p - (k == label)) * x / len(y)
    loss, dW = with_l2(loss, dW.T, W, reg)
    return loss, dW.tolist()


def softmax_loss_vectorized(W, X, y, reg):
    W, X = W.astype(np.float32), X.astype(np.float32)
    labels = one_hot(y, W.shape[1])
    logp = log_probabilities(X @ W)
    loss = -np.mean(np.sum(labels * logp, axis=1))
    dW = X.T @ (np.exp(logp) - labels).astype(np.float32) / len(y)
    return with_l2(np.float32(loss), dW, W, np.float32(reg))


def cross_entropy(p, q):
    return sum(-pk * np.log(qk) for pk, qk in zip(p, q, strict=True) if pk)


def kl_divergence(p, q):
    return cross_entropy(p, q) - cross_entropy(p, p)
