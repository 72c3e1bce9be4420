"""sgd: the minibatches do not have batch_size rows."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = None
TITLE = {
    "en": "batch_size is ignored",
    "ru": "batch_size не используется",
}
HINT = {
    "en": "Your minibatches do not have the size that was asked for. Take exactly batch_size "
    "rows in each step; all N of them would be gradient descent, slow and without what is "
    "stochastic in SGD.",
    "ru": "Размер ваших мини-батчей не тот, что задан. На каждом шаге берите ровно batch_size "
    "строк; все N строк — это обычный градиентный спуск, медленный и без того, что в SGD "
    "стохастическое.",
}
CAUGHT_BY = ["optimization/test_sgd_batch_size"]


def shows(facts):
    if "sizes" not in facts:
        return None
    return all(size != facts["batch_size"] for size in facts["sizes"])


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    for _ in range(num_steps):
        batch = rng.choice(len(X), 40)
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - learning_rate * dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        rows = rng.integers(len(y), size=len(y))
        X_batch, y_batch = X[rows], y[rows]
        losses[k], slope = loss_and_grad(W, X_batch, y_batch)
        W -= learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps = []
    while len(steps) < num_steps:
        rows = rng.permutation(X.shape[0])
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        W = np.subtract(W, np.multiply(learning_rate, slope))
        steps.append(loss)
    return W, steps
