"""sgd: the W that it starts from is changed in place."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = None
TITLE = {
    "en": "W is changed in place",
    "ru": "W изменена на месте",
}
HINT = {
    "en": "After the call the W that you were given is not what it was: `W -= …` writes into "
    "the caller's array. Write `W = W - …`, which makes a new one, or start from "
    "W.copy().",
    "ru": "После вызова переданная вам W уже не та: `W -= …` пишет в массив вызвавшего. Пишите "
    "`W = W - …` — получится новый массив — или начните с W.copy().",
}
CAUGHT_BY = ["optimization/test_sgd_unchanged"]


def shows(facts):
    return None if "changed" not in facts else bool(facts["changed"])


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    for _ in range(num_steps):
        batch = rng.choice(len(X), batch_size, replace=False)
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W -= learning_rate * dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    losses = np.zeros(num_steps)
    for k in range(num_steps):
        rows = rng.integers(len(y), size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[k], slope = loss_and_grad(W, X_batch, y_batch)
        W -= learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps = []
    while len(steps) < num_steps:
        rows = rng.permutation(X.shape[0])[:batch_size]
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        np.subtract(W, np.multiply(learning_rate, slope), out=W)
        steps.append(loss)
    return W, steps
