"""gradient_descent: the history has too many losses, or too few."""

import numpy as np

FUNCTIONS = ["optimization.gradient_descent"]
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
CAUGHT_BY = ["optimization/test_gradient_descent_history"]


def shows(facts):
    if facts.get("history") is None:
        return None
    return len(facts["history"]) != facts["num_iters_asked"]


def one(loss_and_grad, W, learning_rate, num_steps):
    history = []
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W)
        W = W - learning_rate * dW
        history.append(loss)
    history.append(loss_and_grad(W)[0])
    return W, history


def two(loss_and_grad, W, learning_rate, num_steps):
    W, losses = W.copy(), []
    for k in range(num_steps):
        loss, slope = loss_and_grad(W)
        W -= learning_rate * slope
        if k % 10 == 0:
            losses += [loss]
    return W, losses


def three(loss_and_grad, W, learning_rate, num_steps):
    path = [(W, *loss_and_grad(W))]
    for _ in range(num_steps):
        moved = np.subtract(path[-1][0], np.multiply(learning_rate, path[-1][2]))
        path.append((moved, *loss_and_grad(moved)))
    return path[-1][0], [loss for _, loss, _ in path]
