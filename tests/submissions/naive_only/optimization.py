"""Optimization: strategies to find weights W with a small loss.

Strategy 1 is random search, a very bad idea. Strategy 2 is to follow the slope: gradient descent,
and stochastic gradient descent, which looks at a minibatch only. Usual sizes are 32, 64 and 128.
"""

import numpy as np


def random_search(loss, shape, num_tries, scale, rng):
    """Try random weights and keep the best of them.

    Args:
        loss: a function of W that returns a number.
        shape: the shape of W.
        num_tries: how many W to try, at least 1.
        scale: the standard deviation of the weights, drawn from a normal distribution around 0.
        rng: np.random.Generator, the source of all randomness.

    Returns:
        W: the one with the smallest loss.
        best_loss: its loss.

    Source: cs231n, notes on optimization; the lecture's slide "Случайный поиск".
    """
    best_W, best_loss = None, np.inf
    for _ in range(num_tries):
        W = scale * rng.normal(size=shape)
        value = loss(W)
        if best_W is None or value < best_loss:
            best_W, best_loss = W, value
    return best_W, float(best_loss)


def gradient_descent(loss_and_grad, W, learning_rate, num_steps):
    """Follow the antigradient: W ← W - learning_rate · dW, on all the data in each step.

    Args:
        loss_and_grad: a function of W that returns (loss, dW).
        W: where to start; it is not changed.
        learning_rate: the length of a step, as a share of the gradient.
        num_steps: the number of steps.

    Returns:
        W: the weights after the last step.
        loss_history: the loss before each step: a list of `num_steps` floats.

    Source: cs231n, notes on optimization; the lecture's slide "Градиентный спуск".
    """
    loss_history = []
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W)
        W = W - learning_rate * dW  # a new array: the caller's stays as it was
        loss_history.append(float(loss))
    return W, loss_history


def sgd(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    """Stochastic gradient descent: each step on a new random minibatch.

    Args:
        loss_and_grad: a function of W, X_batch and y_batch that returns (loss, dW).
        W: where to start; it is not changed.
        X: (N, D), one example a row.
        y: (N,), the labels of these examples.
        learning_rate: the length of a step, as a share of the gradient.
        batch_size: the number of examples in a minibatch, at most N.
        num_steps: the number of steps.
        rng: np.random.Generator, the source of all randomness.

    Returns:
        W: the weights after the last step.
        loss_history: the loss of each minibatch before its step: a list of `num_steps` floats.

    Source: cs231n, notes on optimization; the lecture's slide "Stochastic Gradient Descent".
    """
    loss_history = []
    for _ in range(num_steps):
        batch = rng.choice(len(X), batch_size, replace=False)  # (batch_size,) row numbers
        loss, dW = loss_and_grad(W, X[batch], y[batch])
        W = W - learning_rate * dW
        loss_history.append(float(loss))
    return W, loss_history
