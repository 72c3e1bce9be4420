"""gradient_descent: W alone is returned."""

import numpy as np

FUNCTIONS = ["optimization.gradient_descent"]
RESULT = None
TITLE = {
    "en": "Only W is returned, without the losses",
    "ru": "Возвращена только W, без потерь",
}
HINT = {
    "en": "The function returns W alone. It must return two things, `return W, loss_history`: "
    "by the losses one sees whether the learning rate is too large or too small.",
    "ru": "Функция возвращает одну W, а должна возвращать пару: `return W, loss_history`. По "
    "потерям видно, не слишком ли велик или мал шаг обучения.",
}
CAUGHT_BY = [
    "optimization/test_gradient_descent_steps",
    "optimization/test_gradient_descent_history",
    "optimization/test_gradient_descent_unchanged",
]


def one(loss_and_grad, W, learning_rate, num_steps):
    for _ in range(num_steps):
        _, dW = loss_and_grad(W)
        W = W - learning_rate * dW
    return W


def two(loss_and_grad, W, learning_rate, num_steps):
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        losses[k], slope = loss_and_grad(W)
        W -= learning_rate * slope
    return W


def three(loss_and_grad, W, learning_rate, num_steps):
    if num_steps == 0:
        return W
    moved = np.subtract(W, np.multiply(learning_rate, loss_and_grad(W)[1]))
    return three(loss_and_grad, moved, learning_rate, num_steps - 1)
