import numpy as np


def hinge(scores, y):
    """Losses (N,) and the gradient by the scores (N, C)."""
    rows = range(len(y))
    margins = np.clip(scores.T - scores[rows, y] + 1, 0, None).T
    margins[rows, y] = 0
    slopes = np.sign(margins)
    slopes[rows, y] = -slopes.sum(1)
    return margins.sum(1), slopes


def svm_loss_naive(W, X, y, reg):
    loss, dW = reg * (W**2).sum(), 2.0 * reg * W
    for i in range(len(y)):
        losses, slopes = hinge(X[i : i + 1] @ W, y[i : i + 1])
        loss += losses[0] / len(y)
        dW += np.outer(X[i], slopes[0]) / len(y)
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    losses, slopes = hinge(X @ W, y)
    return losses.mean() + reg * (W**2).sum(), X.T @ slopes / len(y) + 2 * reg * W


def svm_losses(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    N, C = scores.shape
    rows = range(N)
    margins = np.clip(scores.T - scores[rows, y] + delta, 0, None).T
    if squared:
        margins = margins * margins
    losses = margins.sum(1)
    if not include_correct:
        losses = losses - margins[rows, y]
    return {"sum": losses, "mean": losses / (C - 1)}[reduction]
