"""sgd: the minibatches are taken in the order of the data."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = None
TITLE = {
    "en": "The minibatches follow the order of the data",
    "ru": "Мини-батчи идут в порядке данных",
}
HINT = {
    "en": "Your minibatches are consecutive rows, the same in each pass. If the data are sorted "
    "by class, a step sees one class only. Draw the rows at random: rng.choice, or a new "
    "rng.permutation for each pass.",
    "ru": "Ваши мини-батчи — подряд идущие строки, одни и те же при каждом проходе. Если данные "
    "отсортированы по классам, шаг увидит только один класс. Выбирайте строки случайно: "
    "rng.choice или новая rng.permutation на каждый проход.",
}
CAUGHT_BY = ["optimization/test_sgd_minibatches_are_random", "optimization/test_sgd_rng"]


def shows(facts):
    if "rows" not in facts or len(facts["rows"]) < 2:
        return None
    N, first = facts["num_examples"], list(facts["rows"][0])
    consecutive = all(np.all(np.diff(rows) % N == 1) for rows in facts["rows"])
    return bool(consecutive and any(list(rows) != first for rows in facts["rows"]))


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    for step in range(num_steps):
        batch = np.arange(step * batch_size, (step + 1) * batch_size) % len(X)
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - learning_rate * dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        start = k * batch_size % (len(y) - batch_size + 1)
        rows = slice(start, start + batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[k], slope = loss_and_grad(W, X_batch, y_batch)
        W -= learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps = []
    while len(steps) < num_steps:
        rows = np.roll(np.arange(len(y)), -len(steps) * batch_size)[:batch_size]
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        W = np.subtract(W, np.multiply(learning_rate, slope))
        steps.append(loss)
    return W, steps
