"""sgd: it stops when the data are used up."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
RESULT = None
TITLE = {
    "en": "SGD ends after one pass over the data",
    "ru": "SGD кончается после одного прохода по данным",
}
HINT = {
    "en": "There are fewer steps than num_steps: the loop ends when every row was used once. "
    "Go on with the next pass over the data, or draw each minibatch anew.",
    "ru": "Шагов меньше, чем num_steps: цикл кончается, когда каждая строка побывала в "
    "мини-батче. Начинайте следующий проход по данным или выбирайте каждый мини-батч "
    "заново.",
}
CAUGHT_BY = [
    "optimization/test_sgd_batch_size",
    "optimization/test_sgd_minibatches_are_random",
    "optimization/test_sgd_history",
]


def shows(facts):
    if "steps_made" not in facts or facts["steps_made"] >= facts["steps_asked"]:
        return None
    return True


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history, order = [], rng.permutation(len(X))
    for start in range(0, len(X) - batch_size + 1, batch_size):
        if len(history) == num_steps:
            break
        batch = order[start : start + batch_size]
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - learning_rate * dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses, unused = W.copy(), [], np.arange(len(y))
    rng.shuffle(unused)
    while len(losses) < num_steps and len(unused) >= batch_size:
        rows, unused = unused[:batch_size], unused[batch_size:]
        loss, slope = loss_and_grad(W, X[rows], y[rows])
        W -= learning_rate * slope
        losses.append(loss)
    return W, losses


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    batches, steps = len(y) // batch_size, []
    order = rng.choice(len(y), batches * batch_size, replace=False)
    for rows in order.reshape(batches, batch_size)[:num_steps]:
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.take(y, rows))
        W = np.subtract(W, np.multiply(learning_rate, slope))
        steps.append(loss)
    return W, steps
