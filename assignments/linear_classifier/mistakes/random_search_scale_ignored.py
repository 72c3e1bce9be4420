"""random_search: the weights have the standard deviation 1."""

import numpy as np

FUNCTIONS = ["optimization.random_search"]
RESULT = None
TITLE = {
    "en": "scale is ignored",
    "ru": "scale не используется",
}
HINT = {
    "en": "Your weights have the standard deviation 1, whatever scale is. Multiply what "
    "rng.normal gives by scale, or hand scale to it.",
    "ru": "Стандартное отклонение ваших весов — 1, каким бы ни был scale. Умножайте результат "
    "rng.normal на scale или передайте scale ему самому.",
}
CAUGHT_BY = ["optimization/test_random_search_scale"]


def one(loss, shape, num_tries, scale, rng):
    best_W, best_loss = None, np.inf
    for _ in range(num_tries):
        W = rng.normal(size=shape)
        value = loss(W)
        if value < best_loss:
            best_W, best_loss = W, value
    return best_W, best_loss


def two(loss, shape, num_tries, scale, rng):
    tried, losses = [], []
    while len(tried) < num_tries:
        tried.append(rng.standard_normal(shape))
        losses.append(loss(tried[-1]))
    best = int(np.argmin(losses))
    return tried[best], losses[best]


def three(loss, shape, num_tries, scale, rng):
    def attempt():
        W = rng.normal(0.0, 1.0, shape)
        return loss(W), W

    value, W = min((attempt() for _ in range(num_tries)), key=lambda pair: pair[0])
    return W, value
