"""Softmax by map, reduce and generators."""

from functools import partial, reduce
from math import exp, fsum, log
from operator import add

import numpy as np

FUNCTIONS = {"softmax.softmax_loss_naive": "softmax_loss"}
TITLE = {
    "en": "Softmax by map, reduce and generators",
    "ru": "Softmax через map, reduce и генераторы",
}


def of_image(W, x, label):
    scores = [float(x @ column) for column in W.T]
    highest = max(scores)
    total = reduce(add, (exp(score - highest) for score in scores))
    slopes = [exp(score - highest) / total - (c == label) for c, score in enumerate(scores)]
    return log(total) + highest - scores[label], np.outer(x, slopes)


def softmax_loss(W, X, y, reg):
    results = list(map(partial(of_image, W), X, y))
    loss = fsum(loss for loss, _ in results) / len(results)
    dW = reduce(add, (gradient for _, gradient in results)) / len(results)
    return loss + reg * fsum(w * w for w in W.flat), dW + 2 * reg * W
