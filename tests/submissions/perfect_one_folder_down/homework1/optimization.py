import numpy as np


def random_search(loss, shape, num_tries, scale, rng):
    found = []
    for _ in range(num_tries):
        W = rng.standard_normal(shape) * scale
        found.append((loss(W), W))
    loss, W = min(found, key=lambda pair: pair[0])
    return W, loss


def sgd(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, history = W.copy(), []
    for _ in range(num_steps):
        rows = rng.integers(0, X.shape[0], batch_size)
        loss, dW = loss_and_grad(W, X[rows, :], y[rows])
        W -= learning_rate * dW
        history += [loss]
    return W, np.array(history)


def gradient_descent(loss_and_grad, W, learning_rate, num_steps):
    W, history = W.astype(float), []
    while len(history) < num_steps:
        loss, dW = loss_and_grad(W)
        history.append(loss)
        W -= learning_rate * dW
    return W, history
