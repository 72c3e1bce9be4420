"""gradient_descent: the losses come first, then W."""

import numpy as np

FUNCTIONS = ["optimization.gradient_descent"]
RESULT = None
TITLE = {
    "en": "W and the losses are returned in the wrong order",
    "ru": "W и потери возвращены в обратном порядке",
}
HINT = {
    "en": "You return (loss_history, W). Whoever calls the function takes the first item for "
    "the weights: the order is W, loss_history.",
    "ru": "Вы возвращаете (loss_history, W). Вызвавший примет первое за веса: порядок такой — "
    "W, loss_history.",
}
CAUGHT_BY = [
    "optimization/test_gradient_descent_steps",
    "optimization/test_gradient_descent_history",
    "optimization/test_gradient_descent_unchanged",
]


def one(loss_and_grad, W, learning_rate, num_steps):
    history = []
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W)
        W = W - learning_rate * dW
        history.append(loss)
    return history, W


def two(loss_and_grad, W, learning_rate, num_steps):
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        losses[k], slope = loss_and_grad(W)
        W -= learning_rate * slope
    return losses.tolist(), W


def three(loss_and_grad, W, learning_rate, num_steps):
    if num_steps == 0:
        return [], W
    loss, slope = loss_and_grad(W)
    moved = np.subtract(W, np.multiply(learning_rate, slope))
    history, last = three(loss_and_grad, moved, learning_rate, num_steps - 1)
    return [loss, *history], last
