import numpy as np


def svm_loss_naive(W, X, y, reg):
    dW = np.zeros(W.shape)
    loss = 0.0
    for i in range(X.shape[0]):
        scores = X[i].dot(W)
        for j in range(W.shape[1]):
            if j == y[i]:
                continue
            margin = scores[j] - scores[y[i]] + 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]
    loss = loss / X.shape[0] + reg * np.sum(W * W)
    dW = dW / X.shape[0] + 2 * reg * W
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[np.arange(N), y].reshape(-1, 1) + 1)
    margins[np.arange(N), y] = 0
    loss = margins.sum() / N + reg * np.sum(W * W)

    mask = (margins > 0).astype(scores.dtype)
    mask[np.arange(N), y] = -mask.sum(axis=1)
    dW = X.T.dot(mask) / N + 2 * reg * W
    return loss, dW


def svm_losses(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    """Multiclass SVM loss of each example from its scores, also as the lecture's questions vary it.

    Lᵢ = Σ_{j ≠ yᵢ} max(0, sⱼ - s_{yᵢ} + Δ)

    Args:
        scores: (N, C).
        y: (N,) integer, the correct classes.
        delta: the margin Δ, above 0.
        squared: square each margin max(0, …) before the sum (Q6).
        include_correct: sum over the correct class, too; its margin is Δ (Q4).
        reduction: "sum", or "mean" to divide the sum by the number of wrong classes, C - 1 (Q5).

    Returns:
        (N,), the loss of each example, without regularization.

    Raises:
        ValueError: for any other reduction.

    Source: the lecture's slides "Multiclass SVM loss", questions 4 to 6; cs231n, notes on linear
    classification.
    """
    if reduction not in ("sum", "mean"):
        raise ValueError(f"reduction must be 'sum' or 'mean', got {reduction!r}")

    rows = np.arange(len(y))
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + delta)  # (N, C)
    if not include_correct:
        margins[rows, y] = 0
    if squared:
        margins = margins**2
    losses = np.sum(margins, axis=1)  # (N,)
    return losses / (scores.shape[1] - 1) if reduction == "mean" else losses
