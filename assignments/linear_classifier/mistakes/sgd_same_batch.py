"""sgd: one minibatch is drawn before the loop, and used in each step."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = None
TITLE = {
    "en": "Every step uses the same minibatch",
    "ru": "На каждом шаге один и тот же мини-батч",
}
HINT = {
    "en": "The rows are drawn once, and each step sees the same minibatch; the rest of the data "
    "is never used. Draw new row numbers inside the loop.",
    "ru": "Строки выбраны один раз, и каждый шаг видит один и тот же мини-батч, а остальные "
    "данные не участвуют. Выбирайте номера строк внутри цикла.",
}
CAUGHT_BY = ["optimization/test_sgd_minibatches_are_random"]


def shows(facts):
    if "rows" not in facts or len(facts["rows"]) < 2:
        return None
    first = list(facts["rows"][0])
    some = len(first) < facts["num_examples"]
    return some and all(list(rows) == first for rows in facts["rows"])


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    batch = rng.choice(len(X), batch_size, replace=False)
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - learning_rate * dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses = W.copy(), np.zeros(num_steps)
    rows = rng.integers(len(y), size=batch_size)
    for k in range(num_steps):
        X_batch, y_batch = X[rows], y[rows]
        losses[k], slope = loss_and_grad(W, X_batch, y_batch)
        W -= learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps, rows = [], rng.permutation(X.shape[0])[:batch_size]
    while len(steps) < num_steps:
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        W = np.subtract(W, np.multiply(learning_rate, slope))
        steps.append(loss)
    return W, steps
