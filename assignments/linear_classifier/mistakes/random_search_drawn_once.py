"""random_search: W is drawn once, before the loop."""

import numpy as np

FUNCTIONS = ["optimization.random_search"]
RESULT = None
TITLE = {
    "en": "The same W is tried every time",
    "ru": "Каждый раз испытывается одна и та же W",
}
HINT = {
    "en": "W is drawn once, and each try computes the loss of the same weights. Draw a new W "
    "inside the loop, num_tries of them.",
    "ru": "W выбрана один раз, и каждая попытка считает потери тех же весов. Выбирайте новую W "
    "внутри цикла — всего num_tries раз.",
}
CAUGHT_BY = ["optimization/test_random_search_tries", "optimization/test_random_search_best_loss"]


def one(loss, shape, num_tries, scale, rng):
    W = scale * rng.normal(size=shape)
    best_W, best_loss = None, np.inf
    for _ in range(num_tries):
        value = loss(W)
        if value < best_loss:
            best_W, best_loss = W, value
    return best_W, best_loss


def two(loss, shape, num_tries, scale, rng):
    tried = [rng.normal(0.0, scale, size=shape)] * num_tries
    losses = [loss(W) for W in tried]
    best = int(np.argmin(losses))
    return tried[best], losses[best]


def three(loss, shape, num_tries, scale, rng):
    weights = np.multiply(rng.standard_normal(shape), scale)
    return weights, min(loss(weights) for _ in range(num_tries))
