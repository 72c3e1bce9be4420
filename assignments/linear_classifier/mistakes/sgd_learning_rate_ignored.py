"""sgd: W moves by the whole gradient."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = 0
TITLE = {
    "en": "learning_rate is ignored",
    "ru": "learning_rate не используется",
}
HINT = {
    "en": "You subtract the whole gradient. The step is its share: W = W - learning_rate * dW.",
    "ru": "Вы вычитаете весь градиент. Шаг — лишь его доля: W = W - learning_rate * dW.",
}
CAUGHT_BY = ["optimization/test_sgd_steps"]


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    for _ in range(num_steps):
        batch = rng.choice(len(X), batch_size, replace=False)
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        rows = rng.integers(len(y), size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[k], slope = loss_and_grad(W, X_batch, y_batch)
        W -= slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps = []
    while len(steps) < num_steps:
        rows = rng.permutation(X.shape[0])[:batch_size]
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        W = np.subtract(W, slope)
        steps.append(loss)
    return W, steps
