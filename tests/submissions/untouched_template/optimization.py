"""Optimization: strategies to find weights W with a small loss.

Strategy 1 is random search, a very bad idea. Strategy 2 is to follow the slope: gradient descent,
and stochastic gradient descent, which looks at a minibatch only. Usual sizes are 32, 64 and 128.

The functions know nothing of SVM or softmax: they get the loss as a function and call it.
"""

import numpy as np


def random_search(loss, shape, num_tries, scale, rng):
    """Try random weights and keep the best of them.

    On CIFAR-10 the lecture reaches 15.5 % in this way, where chance is 10 %.

    Hint: scale * rng.normal(size=shape) draws new weights. Take all randomness from rng, so that
    the same seed gives the same result.

    Args:
        loss: a function of W that returns a number.
        shape: the shape of W.
        num_tries: how many W to try, at least 1.
        scale: the standard deviation of the weights, drawn from a normal distribution around 0.
        rng: np.random.Generator, as np.random.default_rng(seed) makes it.

    Returns:
        W: the one with the smallest loss.
        best_loss: its loss.
    """
    raise NotImplementedError(
        "random_search is not implemented yet: write it in optimization.py"
        " / пока не реализовано: допишите в optimization.py"
    )


def gradient_descent(loss_and_grad, W, learning_rate, num_steps):
    """Follow the antigradient: W ← W - learning_rate · dW, on all the data in each step.

    Hint: `W -= …` changes the caller's array, `W = W - …` makes a new one.

    Args:
        loss_and_grad: a function of W that returns (loss, dW).
        W: where to start. Do not change it.
        learning_rate: the length of a step, as a share of the gradient.
        num_steps: the number of steps.

    Returns:
        W: the weights after the last step.
        loss_history: the loss before each step: a list of `num_steps` floats.
    """
    raise NotImplementedError(
        "gradient_descent is not implemented yet: write it in optimization.py"
        " / пока не реализовано: допишите в optimization.py"
    )


def sgd(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    """Stochastic gradient descent: each step on a new random minibatch.

    Hint: rng.choice(len(X), batch_size) draws row numbers; take the same rows of X and y. Take all
    randomness from rng, so that the same seed gives the same result.

    Args:
        loss_and_grad: a function of W, X_batch and y_batch that returns (loss, dW).
        W: where to start. Do not change it.
        X: (N, D), one example a row.
        y: (N,), the labels of these examples.
        learning_rate: the length of a step, as a share of the gradient.
        batch_size: the number of examples in a minibatch, at most N.
        num_steps: the number of steps.
        rng: np.random.Generator, as np.random.default_rng(seed) makes it.

    Returns:
        W: the weights after the last step.
        loss_history: the loss of each minibatch before its step: a list of `num_steps` floats.
    """
    raise NotImplementedError(
        "sgd is not implemented yet: write it in optimization.py"
        " / пока не реализовано: допишите в optimization.py"
    )
