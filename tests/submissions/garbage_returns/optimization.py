from garbage import pair


def random_search(loss, shape, num_tries, scale, rng):
    return pair()


def gradient_descent(loss_and_grad, W, learning_rate, num_steps):
    return pair()


def sgd(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    return pair()
