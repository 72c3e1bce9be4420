import numpy as np


def elastic_net(W, beta, absolute=1):
    value = beta * np.linalg.norm(W.ravel()) ** 2 + absolute * np.linalg.norm(W.ravel(), ord=1)
    return value, 2 * beta * W + absolute * ((W > 0) * 1.0 - (W < 0) * 1.0)


def l2(W):
    return elastic_net(W, 1, 0)


def l1(W):
    return elastic_net(W, 0)
