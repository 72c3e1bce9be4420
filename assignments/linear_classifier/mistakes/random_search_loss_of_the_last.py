"""random_search: the loss of the last W with the best W."""

import numpy as np

FUNCTIONS = ["optimization.random_search"]
RESULT = 1
TITLE = {
    "en": "The loss returned belongs to another W",
    "ru": "Возвращены потери не той W",
}
HINT = {
    "en": "The W is the best one, but the loss is that of the last W tried. Keep the smallest "
    "loss together with its W, and return both.",
    "ru": "W — лучшая, но потери — последней из испытанных. Храните наименьшие потери вместе с "
    "их W и возвращайте то и другое.",
}
CAUGHT_BY = ["optimization/test_random_search_best_loss"]


def one(loss, shape, num_tries, scale, rng):
    best_W, best_loss = None, np.inf
    for _ in range(num_tries):
        W = scale * rng.normal(size=shape)
        value = loss(W)
        if value < best_loss:
            best_W, best_loss = W, value
    return best_W, value


def two(loss, shape, num_tries, scale, rng):
    tried, losses = [], []
    while len(tried) < num_tries:
        tried.append(rng.normal(0.0, scale, size=shape))
        losses.append(loss(tried[-1]))
    best = int(np.argmin(losses))
    return tried[best], losses[-1]


def three(loss, shape, num_tries, scale, rng):
    def attempt():
        W = rng.standard_normal(shape) * scale
        return loss(W), W

    attempts = [attempt() for _ in range(num_tries)]
    W = min(attempts, key=lambda pair: pair[0])[1]
    value = attempts[-1][0]
    return W, value
