import numpy as np


def softmax_probabilities(scores):
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def softmax_loss_naive(W, X, y, reg):
    loss = 0.0
    dW = np.zeros(W.shape)
    for i in range(X.shape[0]):
        scores = X[i].dot(W)
        scores = scores - scores.max()
        total = np.sum(np.exp(scores))
        loss += np.log(total) - scores[y[i]]
        for j in range(W.shape[1]):
            dW[:, j] += np.exp(scores[j]) / total * X[i]
        dW[:, y[i]] -= X[i]
    loss = loss / X.shape[0] + reg * np.sum(W * W)
    dW = dW / X.shape[0]
    return loss, dW


def softmax_loss_vectorized(W, X, y, reg):
    N = X.shape[0]
    scores = X.dot(W)
    scores = scores - scores.max(axis=1, keepdims=True)
    log_total = np.log(np.exp(scores).sum(axis=1))
    loss = np.mean(log_total - scores[np.arange(N), y]) + reg * np.sum(W * W)

    p = softmax_probabilities(scores)
    p[np.arange(N), y] -= 1
    dW = X.T.dot(p) / N
    return loss, dW


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
