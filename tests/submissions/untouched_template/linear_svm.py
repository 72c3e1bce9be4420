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


def svm_loss_naive(W, X, y, reg):
    """Multiclass SVM loss and its gradient, with loops.

    L = 1/N Σᵢ Σ_{j ≠ yᵢ} max(0, sⱼ - s_{yᵢ} + Δ) + reg Σ W², where s = xᵢW and Δ = 1.

    Hint: one loop over the examples, one over the classes. Every positive margin adds to the loss
    and changes two columns of dW, so compute both at once. Divide by N at the end, then add the
    regularization, whose gradient is 2 reg W.

    Args:
        W, X, y, reg: see the conventions at the top of this file. Do not change them.

    Returns:
        loss: a number.
        dW: (D, C), the gradient of the loss with respect to W.
    """
    raise NotImplementedError(
        "svm_loss_naive is not implemented yet: write it in linear_svm.py"
        " / пока не реализовано: допишите в linear_svm.py"
    )


def svm_loss_vectorized(W, X, y, reg):
    """Multiclass SVM loss and its gradient, without loops.

    Formula, arguments and results are those of `svm_loss_naive`.

    Hint: one product gives the (N, C) matrix of scores; scores[np.arange(N), y] picks the score of
    the correct class from each row. dW, too, is one product: of X.T and an (N, C) matrix.
    """
    raise NotImplementedError(
        "svm_loss_vectorized is not implemented yet: write it in linear_svm.py"
        " / пока не реализовано: допишите в linear_svm.py"
    )


def svm_losses(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    """Multiclass SVM loss of each example from its scores, also as the lecture's questions vary it.

    Lᵢ = Σ_{j ≠ yᵢ} max(0, sⱼ - s_{yᵢ} + Δ)

    For the lecture's three images this is 2.9, 0, 12.9. The questions ask for
        Q4 (include_correct): each loss grows by Δ: 3.9, 1, 13.9;
        Q5 (reduction="mean"): each loss is divided by C - 1 = 2: 1.45, 0, 6.45;
        Q6 (squared): another loss: 8.41, 0, 83.25.

    Hint: first the (N, C) matrix of margins max(0, …), then set the correct class to 0 or leave it,
    then square or not, and at the end sum over the classes. The variants may be combined.

    Args:
        scores: (N, C). Do not change it.
        y: (N,) integer, the correct classes.
        delta: the margin Δ, above 0.
        squared: square each margin max(0, …) before the sum (Q6).
        include_correct: sum over the correct class, too; its margin is Δ (Q4).
        reduction: "sum", or "mean" to divide the sum by the number of wrong classes, C - 1 (Q5).

    Returns:
        (N,), the loss of each example, without regularization.

    Raises:
        ValueError: for any other reduction.
    """
    raise NotImplementedError(
        "svm_losses is not implemented yet: write it in linear_svm.py"
        " / пока не реализовано: допишите в linear_svm.py"
    )
