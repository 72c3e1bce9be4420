"""Regularization: what the full loss adds to that of the data, L = data loss + λ R(W).

Each function returns R(W) and its gradient. At W = 0 the absolute value has a kink, where every
slope from -1 to 1 is a subgradient; here it is 0.
"""

import numpy as np


def l2(W):
    """L2 regularization and its gradient: R(W) = Σ W², dR/dW = 2W.

    It prefers weights that are spread out: [1, 0, 0, 0] has 1, [.25, .25, .25, .25] only 0.25,
    though both give the image [1, 1, 1, 1] the score 1.

    Args:
        W: float array of any shape.

    Returns:
        value: R(W), a number.
        dW: in the shape of W.

    Source: the lecture's slide "Регуляризация"; cs231n, notes on linear classification.
    """
    return np.sum(W * W), 2 * W


def l1(W):
    """L1 regularization and a subgradient: R(W) = Σ |W|, dR/dW = sign(W).

    It has no preference between [1, 0, 0, 0] and [.25, .25, .25, .25]: both have 1.

    Args, Returns, Source: as in `l2`.
    """
    return np.sum(np.abs(W)), np.sign(W)


def elastic_net(W, beta):
    """Elastic net and a subgradient: R(W) = Σ (β W² + |W|), dR/dW = 2βW + sign(W).

    Args:
        W: float array of any shape.
        beta: the share β of L2, 0 or above.

    Returns, Source: as in `l2`.
    """
    value_l2, dW_l2 = l2(W)
    value_l1, dW_l1 = l1(W)
    return beta * value_l2 + value_l1, beta * dW_l2 + dW_l1
