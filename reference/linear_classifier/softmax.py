"""Softmax, the cross-entropy loss of a linear classifier, and its gradient.

Conventions:
    N examples, D features (the bias is one more feature, always 1), C classes.

    W: (D, C) float, the weights. On the slide W is (C, D) and the scores are Wx; in code an example
        is a row of X, so W is transposed and the scores are XW.
    X: (N, D) float, one example a row.
    y: (N,) integer, the correct class of each example, 0 to C - 1.
    reg: float, the strength of the L2 regularization.

Softmax does not change when a constant is added to all the scores of an example. Every function
here subtracts the largest score first: then the largest exponent is exp(0) = 1.
"""

import numpy as np


def softmax_probabilities(scores):
    """Probabilities of the classes.

    p_k = exp(s_k) / Σⱼ exp(sⱼ)

    Args:
        scores: (C,) for one example, or (N, C).

    Returns:
        Probabilities in the shape of `scores`; each row sums to 1.

    Source: cs231n, notes on linear classification; the lecture's slide "Softmax".
    """
    exps = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return exps / np.sum(exps, axis=-1, keepdims=True)


def cross_entropy(p, q):
    """Cross-entropy of the probabilities q, where the target is p.

    H(p, q) = -Σ_k p_k log q_k, with the natural logarithm and 0 · log 0 = 0.

    Args:
        p: (C,), the target distribution; for a known class, 1 there and 0 elsewhere.
        q: (C,), the predicted distribution.

    Returns:
        A number, 0 or above; infinite where q rules out a class that p has.

    Source: C. Bishop, Pattern Recognition and Machine Learning (2006), section 1.6; the lecture's
    slides on softmax.
    """
    present = p > 0  # the other classes add 0, whatever their q
    with np.errstate(divide="ignore"):  # log 0 is -inf, and rightly so
        return -np.sum(p[present] * np.log(q[present]))


def kl_divergence(p, q):
    """Kullback-Leibler divergence of the probabilities q from the target p.

    D(p ‖ q) = Σ_k p_k log(p_k / q_k), with the natural logarithm and 0 · log 0 = 0.

    It is the cross-entropy of p and q less the entropy of p. The entropy of a one-hot p is 0, so
    that for a known class the two are the same.

    Args:
        p, q: as in `cross_entropy`.

    Returns:
        A number, 0 or above, 0 where p = q only; infinite where q rules out a class that p has.

    Source: as in `cross_entropy`.
    """
    present = p > 0
    with np.errstate(divide="ignore"):
        return np.sum(p[present] * (np.log(p[present]) - np.log(q[present])))


def softmax_loss_naive(W, X, y, reg):
    """Softmax (cross-entropy) loss and its gradient, with loops.

    L = 1/N Σᵢ -log(p_{yᵢ}) + reg Σ W², where p = softmax(xᵢW) and log is natural.

    Args:
        W, X, y, reg: see the conventions at the top of this file.

    Returns:
        loss: a number.
        dW: (D, C), the gradient of the loss with respect to W; float32 for float32 W and X.

    Source: C. Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.4; cs231n,
    notes on linear classification.
    """
    num_examples, num_classes = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros_like(W)

    for i in range(num_examples):
        scores = X[i] @ W  # (C,)
        scores = scores - np.max(scores)
        log_sum = np.log(np.sum(np.exp(scores)))
        loss += log_sum - scores[y[i]]
        for j in range(num_classes):
            probability = np.exp(scores[j] - log_sum)
            dW[:, j] += probability * X[i]
        dW[:, y[i]] -= X[i]

    loss = loss / num_examples + reg * np.sum(W * W)
    dW /= num_examples
    dW += 2 * reg * W
    return loss, dW


def softmax_loss_vectorized(W, X, y, reg):
    """Softmax (cross-entropy) loss and its gradient, without loops.

    Formula, arguments and results are those of `softmax_loss_naive`.
    """
    num_examples = X.shape[0]
    rows = np.arange(num_examples)

    scores = X @ W  # (N, C)
    scores = scores - np.max(scores, axis=1, keepdims=True)
    exps = np.exp(scores)
    sums = np.sum(exps, axis=1)  # (N,)
    losses = np.log(sums) - scores[rows, y]  # (N,), finite even where a probability rounds to 0
    loss = np.mean(losses) + reg * np.sum(W * W)

    # dL/dscores: the probabilities, minus 1 at the correct class.
    dscores = exps / sums[:, np.newaxis]  # (N, C)
    dscores[rows, y] -= 1
    dW = X.T @ dscores / num_examples  # (D, C)
    dW += 2 * reg * W
    return loss, dW
