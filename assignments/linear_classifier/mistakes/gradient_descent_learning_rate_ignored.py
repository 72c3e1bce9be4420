"""gradient_descent: W moves by the whole gradient."""

import numpy as np

FUNCTIONS = ["optimization.gradient_descent"]
RESULT = 0
TITLE = {
    "en": "learning_rate is ignored",
    "ru": "learning_rate не используется",
}
HINT = {
    "en": "You subtract the whole gradient. The step is its share: W = W - learning_rate * dW.",
    "ru": "Вы вычитаете весь градиент. Шаг — лишь его доля: W = W - learning_rate * dW.",
}
CAUGHT_BY = ["optimization/test_gradient_descent_steps"]


def one(loss_and_grad, W, learning_rate, num_steps):
    history = []
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W)
        W = W - dW
        history.append(loss)
    return W, history


def two(loss_and_grad, W, learning_rate, num_steps):
    W = W.copy()
    losses = np.zeros(num_steps)
    step = 0
    while step < num_steps:
        losses[step], slope = loss_and_grad(W)
        W -= slope
        step += 1
    return W, losses.tolist()


def three(loss_and_grad, W, learning_rate, num_steps):
    if num_steps == 0:
        return W, []
    loss, slope = loss_and_grad(W)
    moved = np.subtract(W, slope)
    last, history = three(loss_and_grad, moved, learning_rate, num_steps - 1)
    return last, [loss, *history]
