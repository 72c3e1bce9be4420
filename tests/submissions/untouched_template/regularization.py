"""Regularization: what the full loss adds to that of the data, L = data loss + λ R(W).

Each function returns R(W) and its gradient. At W = 0 the absolute value has a kink, where every
slope from -1 to 1 is a subgradient: return whichever of them you like.
"""

import numpy as np


def l2(W):
    """L2 regularization and its gradient: R(W) = Σ W².

    It prefers weights that are spread out: [1, 0, 0, 0] has 1, [.25, .25, .25, .25] only 0.25,
    though both give the image [1, 1, 1, 1] the score 1.

    Args:
        W: float array of any shape. Do not change it.

    Returns:
        value: R(W), a number.
        dW: the gradient, in the shape of W.
    """
    raise NotImplementedError(
        "l2 is not implemented yet: write it in regularization.py"
        " / пока не реализовано: допишите в regularization.py"
    )


def l1(W):
    """L1 regularization and a subgradient: R(W) = Σ |W|.

    It has no preference between [1, 0, 0, 0] and [.25, .25, .25, .25]: both have 1.

    Hint: the slope of |w| is 1 where w is positive and -1 where it is negative: np.sign.

    Args, Returns: as in `l2`.
    """
    raise NotImplementedError(
        "l1 is not implemented yet: write it in regularization.py"
        " / пока не реализовано: допишите в regularization.py"
    )


def elastic_net(W, beta):
    """Elastic net and a subgradient: R(W) = Σ (β W² + |W|).

    Hint: a sum of two functions has the sum of their gradients.

    Args:
        W: float array of any shape. Do not change it.
        beta: the share β of L2, 0 or above.

    Returns: as in `l2`.
    """
    raise NotImplementedError(
        "elastic_net is not implemented yet: write it in regularization.py"
        " / пока не реализовано: допишите в regularization.py"
    )
