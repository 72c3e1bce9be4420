"""sgd: the minibatches do not come from rng."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = None
TITLE = {
    "en": "The minibatches do not come from rng",
    "ru": "Мини-батчи выбираются не через rng",
}
HINT = {
    "en": "The same seed must give the same minibatches, and another seed others: draw row "
    "numbers from the generator that you are given, rng.choice or rng.permutation. "
    "np.random is another one, and a generator of your own as well.",
    "ru": "Одинаковый seed должен давать одинаковые мини-батчи, а другой — другие: берите "
    "номера строк из переданного генератора, rng.choice или rng.permutation. np.random — "
    "уже другой генератор, и созданный вами — тоже.",
}
CAUGHT_BY = ["optimization/test_sgd_rng"]


def shows(facts):
    if "repeats" not in facts:
        return None
    return not facts["repeats"]


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    for _ in range(num_steps):
        batch = np.random.choice(len(X), batch_size, replace=False)
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - learning_rate * dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    rng = np.random.default_rng()
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        rows = rng.integers(len(y), size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[k], slope = loss_and_grad(W, X_batch, y_batch)
        W -= learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps = []
    while len(steps) < num_steps:
        rows = np.random.permutation(X.shape[0])[:batch_size]
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        W = np.subtract(W, np.multiply(learning_rate, slope))
        steps.append(loss)
    return W, steps
