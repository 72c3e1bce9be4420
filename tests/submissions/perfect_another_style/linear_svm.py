"""Hinge loss with one-hot labels. Where a margin is 0, its whole slope is taken (>=)."""

import numpy as np
from common import one_hot, with_l2


def svm_loss_naive(W, X, y, reg):
    print("svm_loss_naive:", X.shape, W.shape)
    W, X = np.asmatrix(W), np.asmatrix(X)
    columns = [np.zeros(W.shape[0]) for _ in range(W.shape[1])]
    total = 0
    for x, label in zip(X, y, strict=True):
        scores = x * W
        for k in range(W.shape[1]):
            margin = scores[0, k] - scores[0, label] + 1
            if k != label and margin >= 0:
                total += margin
                columns[k] = columns[k] + x.A1
                columns[label] = columns[label] - x.A1
    N = len(y)
    return with_l2(total / N, np.stack(columns, axis=1) / N, W.A, reg)


def svm_loss_vectorized(W, X, y, reg):
    N, C = len(y), W.shape[1]
    labels = one_hot(y, C)
    scores = np.einsum("nd,dc->nc", X, W, optimize=True)
    correct = np.sum(scores * labels, axis=1, keepdims=True)
    margins = (scores - correct + 1) * (1 - labels)
    active = (margins >= 0) * (1 - labels)
    np.add.at(active, (np.arange(N), y), -active.sum(axis=1))
    loss = np.maximum(margins, 0).sum() / N
    loss, dW = with_l2(loss, np.einsum("nd,nc->dc", X, active, optimize=True) / N, W, reg)
    return [np.array([loss]), np.asfortranarray(dW)]


def svm_losses(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    power, losses = 2 if squared else 1, []
    for s, label in zip(scores, y, strict=True):
        counted = s if include_correct else np.delete(s, label)
        total = sum(max(float(other - s[label] + delta), 0.0) ** power for other in counted)
        losses.append(total if reduction == "sum" else total / (len(s) - 1))
    return losses
