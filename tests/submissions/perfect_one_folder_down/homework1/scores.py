import numpy as np


def linear_scores(x, W, b):
    return np.dot(W, np.transpose(x)).T + b
