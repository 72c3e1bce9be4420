"""sgd: W moves along the gradient."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = 0
TITLE = {
    "en": "W moves along the gradient, uphill",
    "ru": "W движется по градиенту — вверх",
}
HINT = {
    "en": "You add the gradient, which points to where the loss grows. Go against it: W = W - "
    "learning_rate * dW.",
    "ru": "Вы прибавляете градиент, а он указывает туда, где потери растут. Идите против него: "
    "W = W - learning_rate * dW.",
}
CAUGHT_BY = ["optimization/test_sgd_steps"]


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    for _ in range(num_steps):
        batch = rng.choice(len(X), batch_size, replace=False)
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W + learning_rate * dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        rows = rng.integers(len(y), size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[k], slope = loss_and_grad(W, X_batch, y_batch)
        W += learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps = []
    while len(steps) < num_steps:
        rows = rng.permutation(X.shape[0])[:batch_size]
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        W = np.add(W, np.multiply(learning_rate, slope))
        steps.append(loss)
    return W, steps
