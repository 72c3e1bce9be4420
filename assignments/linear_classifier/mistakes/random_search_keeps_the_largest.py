"""random_search: the W with the largest loss."""

import numpy as np

FUNCTIONS = ["optimization.random_search"]
RESULT = None
TITLE = {
    "en": "The W with the largest loss is returned",
    "ru": "Возвращена W с наибольшими потерями",
}
HINT = {
    "en": "You keep a new W when its loss is larger. The loss says how bad W is: keep the W "
    "with the smallest one.",
    "ru": "Вы запоминаете новую W, когда потери больше. Потери говорят, насколько W плоха: "
    "храните ту, у которой они наименьшие.",
}
CAUGHT_BY = [
    "optimization/test_random_search_best_weights",
    "optimization/test_random_search_best_loss",
]


def one(loss, shape, num_tries, scale, rng):
    best_W, best_loss = None, -np.inf
    for _ in range(num_tries):
        W = scale * rng.normal(size=shape)
        value = loss(W)
        if value > best_loss:
            best_W, best_loss = W, value
    return best_W, best_loss


def two(loss, shape, num_tries, scale, rng):
    tried, losses = [], []
    while len(tried) < num_tries:
        tried.append(rng.normal(0.0, scale, size=shape))
        losses.append(loss(tried[-1]))
    best = int(np.argmax(losses))
    return tried[best], losses[best]


def three(loss, shape, num_tries, scale, rng):
    def attempt():
        W = rng.standard_normal(shape) * scale
        return loss(W), W

    value, W = max((attempt() for _ in range(num_tries)), key=lambda pair: pair[0])
    return W, value
