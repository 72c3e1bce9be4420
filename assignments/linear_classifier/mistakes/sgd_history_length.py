"""sgd: the history has too many losses, or too few."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = None
TITLE = {
    "en": "The history does not have one loss for each step",
    "ru": "В истории не по одному значению потерь на шаг",
}
HINT = {
    "en": "The history must have num_steps numbers: the loss before each step, no other and "
    "none left out. Append once in each step, right after calling loss_and_grad.",
    "ru": "В истории должно быть num_steps чисел: потери перед каждым шагом, без лишних и без "
    "пропусков. Добавляйте по одному числу на шаг, сразу после вызова loss_and_grad.",
}
CAUGHT_BY = ["optimization/test_sgd_history"]


def shows(facts):
    if "steps_made" in facts and facts["steps_made"] < facts["steps_asked"]:
        return False  # the steps ended early
    if facts.get("history") is None:
        return None
    return len(facts["history"]) != facts["num_iters_asked"]


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    for _ in range(num_steps):
        batch = rng.choice(len(X), batch_size, replace=False)
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - learning_rate * dW
    history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses = W.copy(), np.zeros(num_steps + 1)
    for k in range(num_steps):
        rows = rng.integers(len(y), size=batch_size)
        losses[k], slope = loss_and_grad(W, X[rows], y[rows])
        W -= learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps = {}
    for k in range(num_steps):
        rows = rng.permutation(X.shape[0])[:batch_size]
        steps[k // 10], slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        W = np.subtract(W, np.multiply(learning_rate, slope))
    return W, list(steps.values())
