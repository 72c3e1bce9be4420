"""random_search: the last W that was tried."""

FUNCTIONS = ["optimization.random_search"]
RESULT = None
TITLE = {
    "en": "The last W is returned, not the best one",
    "ru": "Возвращена последняя W, а не лучшая",
}
HINT = {
    "en": "You return the last W that was tried. Compare each loss with the best one so far, "
    "and keep W and its loss where it is smaller.",
    "ru": "Вы возвращаете последнюю из испытанных W. Сравнивайте каждое значение потерь с "
    "лучшим до сих пор и запоминайте W и её потери, когда они меньше.",
}
CAUGHT_BY = [
    "optimization/test_random_search_best_weights",
    "optimization/test_random_search_best_loss",
]


def one(loss, shape, num_tries, scale, rng):
    for _ in range(num_tries):
        W = scale * rng.normal(size=shape)
        value = loss(W)
        best_W, best_loss = W, value
    return best_W, best_loss


def two(loss, shape, num_tries, scale, rng):
    tried, losses = [], []
    while len(tried) < num_tries:
        tried.append(rng.normal(0.0, scale, size=shape))
        losses.append(loss(tried[-1]))
    best = -1
    return tried[best], losses[best]


def three(loss, shape, num_tries, scale, rng):
    def attempt():
        W = rng.standard_normal(shape) * scale
        return loss(W), W

    value, W = [attempt() for _ in range(num_tries)][-1]
    return W, value
