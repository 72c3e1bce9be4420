"""gradient_descent: the W that it starts from is changed in place."""

import numpy as np

FUNCTIONS = ["optimization.gradient_descent"]
RESULT = None
TITLE = {
    "en": "W is changed in place",
    "ru": "W изменена на месте",
}
HINT = {
    "en": "After the call the W that you were given is not what it was: `W -= …` writes into "
    "the caller's array. Write `W = W - …`, which makes a new one, or start from "
    "W.copy().",
    "ru": "После вызова переданная вам W уже не та: `W -= …` пишет в массив вызвавшего. Пишите "
    "`W = W - …` — получится новый массив — или начните с W.copy().",
}
CAUGHT_BY = ["optimization/test_gradient_descent_unchanged"]


def shows(facts):
    return None if "changed" not in facts else bool(facts["changed"])


def one(loss_and_grad, W, learning_rate, num_steps):
    history = []
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W)
        W -= learning_rate * dW
        history.append(loss)
    return W, history


def two(loss_and_grad, W, learning_rate, num_steps):
    losses = np.zeros(num_steps)
    step = 0
    while step < num_steps:
        losses[step], slope = loss_and_grad(W)
        W -= learning_rate * slope
        step += 1
    return W, losses.tolist()


def three(loss_and_grad, W, learning_rate, num_steps):
    if num_steps == 0:
        return W, []
    loss, slope = loss_and_grad(W)
    moved = np.subtract(W, np.multiply(learning_rate, slope), out=W)
    last, history = three(loss_and_grad, moved, learning_rate, num_steps - 1)
    return last, [loss, *history]
