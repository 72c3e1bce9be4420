"""At 0 the slope of |w| is taken as 1."""

import numpy as np


def l2(W):
    return np.vdot(W, W), W + W


def l1(W):
    signs = np.where(W >= 0, 1, -1)
    return [np.array([(W * signs).sum()]), signs]


def elastic_net(W, beta):
    slopes = [[2 * beta * w + (1 if w >= 0 else -1) for w in row] for row in np.atleast_2d(W)]
    return beta * np.sum(W**2) + np.sum(abs(W)), np.array(slopes).reshape(W.shape).tolist()
