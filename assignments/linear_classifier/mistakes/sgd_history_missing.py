"""sgd: W alone is returned."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = None
TITLE = {
    "en": "Only W is returned, without the losses",
    "ru": "Возвращена только W, без потерь",
}
HINT = {
    "en": "The function returns W alone. It must return two things, `return W, loss_history`: "
    "by the losses one sees whether the learning rate is too large or too small.",
    "ru": "Функция возвращает одну W, а должна возвращать пару: `return W, loss_history`. По "
    "потерям видно, не слишком ли велик или мал шаг обучения.",
}
CAUGHT_BY = [
    "optimization/test_sgd_steps",
    "optimization/test_sgd_history",
    "optimization/test_sgd_unchanged",
]


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    for _ in range(num_steps):
        batch = rng.choice(len(X), batch_size, replace=False)
        _, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - learning_rate * dW
    return W


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        rows = rng.integers(len(y), size=batch_size)
        losses[k], slope = loss_and_grad(W, X[rows], y[rows])
        W -= learning_rate * slope
    return W


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    if num_steps == 0:
        return W
    rows = rng.permutation(X.shape[0])[:batch_size]
    slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))[1]
    moved = np.subtract(W, np.multiply(learning_rate, slope))
    return three(loss_and_grad, moved, X, y, learning_rate, batch_size, num_steps - 1, rng)
