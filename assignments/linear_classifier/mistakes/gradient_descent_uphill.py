"""gradient_descent: W moves along the gradient."""

import numpy as np

FUNCTIONS = ["optimization.gradient_descent"]
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
CAUGHT_BY = ["optimization/test_gradient_descent_steps"]


def one(loss_and_grad, W, learning_rate, num_steps):
    history = []
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W)
        W = W + learning_rate * dW
        history.append(loss)
    return W, history


def two(loss_and_grad, W, learning_rate, num_steps):
    W = W.copy()
    losses = np.zeros(num_steps)
    step = 0
    while step < num_steps:
        losses[step], slope = loss_and_grad(W)
        W += learning_rate * slope
        step += 1
    return W, losses.tolist()


def three(loss_and_grad, W, learning_rate, num_steps):
    if num_steps == 0:
        return W, []
    loss, slope = loss_and_grad(W)
    moved = np.add(W, np.multiply(learning_rate, slope))
    last, history = three(loss_and_grad, moved, learning_rate, num_steps - 1)
    return last, [loss, *history]
