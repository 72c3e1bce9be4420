"""What the modules share."""

import numpy as np


def one_hot(y, num_classes):
    return np.eye(num_classes)[y]


def with_l2(loss, gradient, W, reg):
    return loss + reg * np.einsum("dc,dc->", W, W), gradient + (W + W) * reg
