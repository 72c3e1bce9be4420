"""Multiclass SVM (hinge) loss of a linear classifier, and its gradient.

Conventions:
    N examples, D features (the bias is one more feature, always 1), C classes.

    W: (D, C) float, the weights. On the slide W is (C, D) and the scores are Wx; in code an example
        is a row of X, so W is transposed and the scores are XW.
    X: (N, D) float, one example a row.
    y: (N,) integer, the correct class of each example, 0 to C - 1.
    reg: float, the strength of the L2 regularization.
"""

import numpy as np

DELTA = 1.0  # the margin Δ by which the correct class must win


def svm_loss_naive(W, X, y, reg):
    """Multiclass SVM loss and its gradient, with loops.

    L = 1/N Σᵢ Σ_{j ≠ yᵢ} max(0, sⱼ - s_{yᵢ} + Δ) + reg Σ W², where s = xᵢW and Δ = 1.

    Args:
        W, X, y, reg: see the conventions at the top of this file.

    Returns:
        loss: a number.
        dW: (D, C), the gradient of the loss with respect to W; float32 for float32 W and X.
            Where a margin is exactly 0, its share of the gradient is taken as 0.

    Source: J. Weston, C. Watkins, Multi-class Support Vector Machines (1998); cs231n, notes on
    linear classification.
    """
    num_examples, num_classes = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros_like(W)

    for i in range(num_examples):
        scores = X[i] @ W  # (C,)
        for j in range(num_classes):
            if j == y[i]:
                continue
            margin = scores[j] - scores[y[i]] + DELTA
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]

    loss = loss / num_examples + reg * np.sum(W * W)
    dW /= num_examples
    dW += 2 * reg * W
    return loss, dW


def svm_loss_vectorized(W, X, y, reg):
    """Multiclass SVM loss and its gradient, without loops.

    Formula, arguments and results are those of `svm_loss_naive`.
    """
    num_examples = X.shape[0]
    rows = np.arange(num_examples)

    scores = X @ W  # (N, C)
    correct_scores = scores[rows, y][:, np.newaxis]  # (N, 1)
    margins = np.maximum(0, scores - correct_scores + DELTA)
    margins[rows, y] = 0
    loss = np.sum(margins) / num_examples + reg * np.sum(W * W)

    # dL/dscores: each positive margin pushes its class down and the correct class up by one.
    dscores = (margins > 0).astype(scores.dtype)  # (N, C)
    dscores[rows, y] = -np.sum(dscores, axis=1)
    dW = X.T @ dscores / num_examples  # (D, C)
    dW += 2 * reg * W
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
