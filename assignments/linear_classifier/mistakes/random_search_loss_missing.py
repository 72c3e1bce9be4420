"""random_search: W alone is returned."""

import numpy as np

FUNCTIONS = ["optimization.random_search"]
RESULT = None
TITLE = {
    "en": "Only W is returned, without its loss",
    "ru": "Возвращена только W, без её потерь",
}
HINT = {
    "en": "The function returns W alone. It must return two things, `return best_W, "
    "best_loss`: you have the loss of the best W already.",
    "ru": "Функция возвращает одну W, а должна возвращать пару: `return best_W, best_loss`. "
    "Потери лучшей W у вас уже есть.",
}
CAUGHT_BY = ["optimization/test_random_search_*"]


def one(loss, shape, num_tries, scale, rng):
    best_W, best_loss = None, np.inf
    for _ in range(num_tries):
        W = scale * rng.normal(size=shape)
        value = loss(W)
        if value < best_loss:
            best_W, best_loss = W, value
    return best_W


def two(loss, shape, num_tries, scale, rng):
    tried, losses = [], []
    while len(tried) < num_tries:
        tried.append(rng.normal(0.0, scale, size=shape))
        losses.append(loss(tried[-1]))
    return tried[int(np.argmin(losses))]


def three(loss, shape, num_tries, scale, rng):
    return min((rng.standard_normal(shape) * scale for _ in range(num_tries)), key=loss)
