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
