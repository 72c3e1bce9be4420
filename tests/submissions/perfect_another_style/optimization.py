"""All weights are drawn at once; SGD goes through the data in epochs."""

import numpy as np


def random_search(loss, shape, num_tries, scale, rng):
    tries = rng.normal(0, scale, (num_tries, *shape))
    losses = [loss(W) for W in tries]
    best = tries[int(np.argmin(losses))]
    return [best, np.array([loss(best)])]


def gradient_descent(loss_and_grad, W, learning_rate, num_steps):
    history = np.zeros(num_steps)
    for step in range(num_steps):
        history[step], dW = loss_and_grad(W)
        W = W - learning_rate * np.asarray(dW)
    return W.tolist(), history


def sgd(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    def minibatches():
        while True:
            order = rng.permutation(len(y))
            for start in range(0, len(y) - batch_size + 1, batch_size):
                rows = order[start : start + batch_size]
                yield X.take(rows, axis=0), y.take(rows)

    W, source, losses = np.array(W), minibatches(), ()
    for _ in range(num_steps):
        loss, dW = loss_and_grad(W, *next(source))
        W -= np.multiply(dW, learning_rate)
        losses += (np.float32(loss),)
    return W, losses
