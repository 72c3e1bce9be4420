"""Softmax, the cross-entropy loss of a linear classifier, and its gradient.

Conventions:
    N examples, D features (the bias is one more feature, always 1), C classes.

    W: (D, C) float, the weights. On the slide W is (C, D) and the scores are Wx; in code an example
        is a row of X, so W is transposed and the scores are XW.
    X: (N, D) float, one example a row.
    y: (N,) integer, the correct class of each example, 0 to C - 1.
    reg: float, the strength of the L2 regularization.
"""

import numpy as np


def softmax_probabilities(scores):
    """Probabilities of the classes.

    p_k = exp(s_k) / Σⱼ exp(sⱼ)

    Hint: exp(1000) is infinite. Softmax does not change when a constant is added to all the scores
    of an example: subtract the largest score of the row first.

    Args:
        scores: (C,) for one example, or (N, C). Do not change it.

    Returns:
        Probabilities in the shape of `scores`; each row sums to 1.
    """
    raise NotImplementedError(
        "softmax_probabilities is not implemented yet: write it in softmax.py"
        " / пока не реализовано: допишите в softmax.py"
    )


def cross_entropy(p, q):
    """Cross-entropy of the probabilities q, where the target is p.

    H(p, q) = -Σ_k p_k log q_k, with the natural logarithm and 0 · log 0 = 0.

    For the lecture's scores 3.2, 5.1, -1.7 and the target [1, 0, 0] it is 2.04.

    Hint: NumPy says 0 * log(0) is nan. Sum over the classes with p_k > 0 only: a mask p > 0 picks
    them from p and from q.

    Args:
        p: (C,), the target distribution; for a known class, 1 there and 0 elsewhere.
        q: (C,), the predicted distribution.

    Returns:
        A number, 0 or above.
    """
    raise NotImplementedError(
        "cross_entropy is not implemented yet: write it in softmax.py"
        " / пока не реализовано: допишите в softmax.py"
    )


def kl_divergence(p, q):
    """Kullback-Leibler divergence of the probabilities q from the target p.

    D(p ‖ q) = Σ_k p_k log(p_k / q_k), with the natural logarithm and 0 · log 0 = 0.

    It is the cross-entropy of p and q less the entropy of p. The entropy of a one-hot p is 0, so
    that for the lecture's example it is 2.04, too.

    Args:
        p, q: as in `cross_entropy`.

    Returns:
        A number, 0 or above.
    """
    raise NotImplementedError(
        "kl_divergence is not implemented yet: write it in softmax.py"
        " / пока не реализовано: допишите в softmax.py"
    )


def softmax_loss_naive(W, X, y, reg):
    """Softmax (cross-entropy) loss and its gradient, with loops.

    L = 1/N Σᵢ -log(p_{yᵢ}) + reg Σ W², where p = softmax(xᵢW) and log is natural.

    Hint: a very small probability rounds to 0, and log(0) is infinite. With the scores s already
    shifted by their maximum, -log(p_k) = log(Σⱼ exp(sⱼ)) - s_k is always finite.

    Args:
        W, X, y, reg: see the conventions at the top of this file. Do not change them.

    Returns:
        loss: a number.
        dW: (D, C), the gradient of the loss with respect to W.
    """
    raise NotImplementedError(
        "softmax_loss_naive is not implemented yet: write it in softmax.py"
        " / пока не реализовано: допишите в softmax.py"
    )


def softmax_loss_vectorized(W, X, y, reg):
    """Softmax (cross-entropy) loss and its gradient, without loops.

    Formula, arguments and results are those of `softmax_loss_naive`.

    Hint: the gradient with respect to the (N, C) scores is simple: the probabilities, minus 1 at
    the correct class. One product of X.T with it, divided by N, is the rest of dW.
    """
    raise NotImplementedError(
        "softmax_loss_vectorized is not implemented yet: write it in softmax.py"
        " / пока не реализовано: допишите в softmax.py"
    )
