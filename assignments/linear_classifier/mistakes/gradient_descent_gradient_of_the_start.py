"""gradient_descent: every step uses the gradient at the start."""

import numpy as np

FUNCTIONS = ["optimization.gradient_descent"]
RESULT = 0
TITLE = {
    "en": "Every step uses the gradient at the start",
    "ru": "На каждом шаге — градиент в начальной точке",
}
HINT = {
    "en": "The gradient is computed once, at the W you start from. It changes as W moves: call "
    "loss_and_grad(W) in each step, with the new W.",
    "ru": "Градиент вычислен один раз — в начальной W. Когда W сдвигается, он меняется: "
    "вызывайте loss_and_grad(W) на каждом шаге, с новой W.",
}
CAUGHT_BY = ["optimization/test_gradient_descent_steps"]


def one(loss_and_grad, W, learning_rate, num_steps):
    history = []
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W)
        history.append(loss)
        if len(history) == 1:
            first = dW
        W = W - learning_rate * first
    return W, history


def two(loss_and_grad, W, learning_rate, num_steps):
    W = W.copy()
    losses = np.zeros(num_steps)
    step = 0
    while step < num_steps:
        losses[step], slope = loss_and_grad(W)
        if step == 0:
            fixed = slope
        W -= learning_rate * fixed
        step += 1
    return W, losses.tolist()


def three(loss_and_grad, W, learning_rate, num_steps):
    results = [loss_and_grad(W)]
    step = np.multiply(learning_rate, results[0][1])
    for k in range(1, num_steps):
        results.append(loss_and_grad(W - k * step))
    return W - num_steps * step, [loss for loss, _ in results]
