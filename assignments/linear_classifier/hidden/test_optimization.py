"""Part optimization: random search, gradient descent and its stochastic version.

Each is judged by itself: the losses are the judge's own, and see every W and every minibatch.
"""

from functools import partial

import numpy as np
from helpers import changed, check_history, lent_array
from minibatches import (
    check_labels,
    check_randomness,
    check_same_seed,
    check_sizes,
    make_numbered_rows,
    numbered_minibatch,
)

from grader.judge import undiagnosed

SHAPE = (3, 4)

# The smallest comes neither first nor last, and the last is smaller than the one before it.
LOSSES = np.array([5.0, 3.0, 7.0, 1.0, 4.0, 9.0, 8.0, 2.0, 6.0, 3.5])
BEST = 3


def make_recorded_loss(check, shape, losses):
    """(loss, tried): a loss that gives `losses` to the W it meets, in turn, and keeps them.

    It is a function of W: for a W that it met before it returns the same again.
    """
    tried = []

    def loss(W):
        W = lent_array(check, W, shape, "W")
        known = [number for number, other in enumerate(tried) if np.array_equal(W, other)]
        if not known:
            tried.append(W)
        number = known[0] if known else len(tried) - 1
        return float(losses[number]) if number < len(losses) else 100.0

    return loss, tried


def search(student, check, seed, shape=SHAPE, scale=2.0):
    """Run random_search; returns (what it returned, the W that it tried)."""
    loss, tried = make_recorded_loss(check, shape, LOSSES)
    generator = student.random_generator(seed)
    result = student.optimization.random_search(loss, shape, len(LOSSES), scale, generator)
    # unproven: a guard for the tests, whose functions get nothing from who never calls them
    check.that(
        tried,
        en="random_search must call loss(W).",
        ru="random_search должна вызывать loss(W).",
    )
    return check.pair(result, names=("W", "loss")), tried


def make_bowl(check, rng):
    """(loss_and_grad, start): Σ a(W - t)² / 2, whose slope is another at every W."""
    curvature, target, start = rng.uniform(0.5, 1.5, size=(3, *SHAPE))

    def loss_and_grad(W, *_):
        distance = lent_array(check, W, SHAPE, "W") - target
        return float(np.sum(curvature * distance**2) / 2), curvature * distance

    return loss_and_grad, start


def make_counter():
    """A loss that returns 1, 2, 3 … with a small gradient."""
    calls = []

    def loss_and_grad(*_):
        calls.append(None)
        return float(len(calls)), np.full(SHAPE, 0.01)

    return loss_and_grad


def sgd_and_record(student, check, data, batch_size, num_steps, seed, tell):
    """Run sgd with a recording loss; returns the minibatches."""
    minibatches = []

    def loss_and_grad(W, X_batch, y_batch):
        minibatches.append(numbered_minibatch(check, X_batch, y_batch, tell))
        return 1.0, np.zeros(SHAPE)

    X, y = data
    generator = student.random_generator(seed)
    student.optimization.sgd(
        loss_and_grad, np.zeros(SHAPE), X, y, 0.1, batch_size, num_steps, generator
    )
    tell(steps_made=len(minibatches), steps_asked=num_steps)
    check.that(
        len(minibatches) >= num_steps,
        en="`sgd` must call loss_and_grad(W, X_batch, y_batch) in every step.",
        ru="`sgd` должна на каждом шаге вызывать loss_and_grad(W, X_batch, y_batch).",
        calls=len(minibatches),
        steps=num_steps,
    )
    return minibatches


def check_moved_a_copy(check, result, after, start, tell):
    """The W that was returned is another than the start, and the start is as it was."""
    tell(changed=changed({"W": start}, [after]))
    W, _ = check.pair(result, names=("W", "loss history"))
    W = check.array(W, shape=SHAPE, name="W")
    check.that(
        not np.allclose(W, start),
        en="The W that was returned is still the one it started from.",
        ru="Возвращённая W совпадает с начальной.",
    )
    check.unchanged(after, start, name="W")


def test_random_search_best_weights(student, check, rng):
    """random_search returns the W with the smallest loss."""
    (W, _), tried = search(student, check, rng.integers(2**32))
    best = np.argmin(LOSSES[: len(tried)])  # another test asks for all num_tries of them
    check.close(W, tried[best], rtol=1e-5, name="W")


def test_random_search_best_loss(student, check, rng):
    """random_search returns the smallest loss."""
    (_, loss), _ = search(student, check, rng.integers(2**32))
    check.close(loss, LOSSES[BEST], name="loss")


def test_random_search_tries(student, check, rng):
    """random_search tries num_tries different W."""
    _, tried = search(student, check, rng.integers(2**32))
    check.that(
        len(tried) == len(LOSSES),
        en="random_search must try num_tries different W.",
        ru="random_search должна испытать num_tries разных W.",
        num_tries=len(LOSSES),
        different_W=len(tried),
    )


def test_random_search_scale(student, check, rng):
    """random_search draws normal weights around 0 with the standard deviation scale."""
    for scale in (0.01, 3.0):
        _, tried = search(student, check, rng.integers(2**32), shape=(40, 25), scale=scale)
        measured = np.sqrt(np.mean(np.square(tried)))
        check.close(measured, scale, rtol=0.1, name="standard deviation of W")


def test_random_search_rng(student, check, rng, observe):
    """random_search takes its randomness from rng: the same seed gives the same W."""
    tell = partial(observe, "optimization.random_search")
    seed = int(rng.integers(2**32))
    tries = [search(student, check, each)[1] for each in (seed, seed, seed + 1)]
    check_same_seed(check, *tries, tell)


def test_gradient_descent_steps(student, reference, check, rng):
    """gradient_descent moves W by learning_rate times the gradient at W, downhill."""
    loss_and_grad, start = make_bowl(check, rng)
    for learning_rate, num_steps in [(0.1, 1), (0.3, 5)]:
        arguments = loss_and_grad, start, learning_rate, num_steps
        expected, _ = reference.optimization.gradient_descent(*arguments)
        result = student.optimization.gradient_descent(*arguments)
        W, _ = check.pair(result, names=("W", "loss history"))
        check.close(W, expected, rtol=1e-4, atol=1e-5, name="W")


@undiagnosed
def test_gradient_descent_history(student, check, observe):
    """gradient_descent returns the loss before every step, in order."""
    tell = partial(observe, "optimization.gradient_descent")
    result = student.optimization.gradient_descent(make_counter(), np.zeros(SHAPE), 0.1, 6)
    _, history = check.pair(result, names=("W", "loss history"))
    check_history(check, history, 6, tell)


def test_gradient_descent_unchanged(student, check, rng, observe):
    """gradient_descent leaves the W that it was given as it was."""
    tell = partial(observe, "optimization.gradient_descent")
    loss_and_grad, start = make_bowl(check, rng)
    function = student.optimization.gradient_descent
    result, after = student.call_and_inspect(function, loss_and_grad, start, 0.5, 2)
    check_moved_a_copy(check, result, after[1], start, tell)


def test_sgd_steps(student, reference, check, rng):
    """sgd moves W by learning_rate times the gradient at W, downhill."""
    loss_and_grad, start = make_bowl(check, rng)  # it is the same for every minibatch
    X, y = make_numbered_rows(rng, 40)
    for learning_rate, num_steps in [(0.1, 1), (0.3, 5)]:
        expected, _ = reference.optimization.gradient_descent(
            loss_and_grad, start, learning_rate, num_steps
        )
        generator = student.random_generator(rng.integers(2**32))
        result = student.optimization.sgd(
            loss_and_grad, start, X, y, learning_rate, 8, num_steps, generator
        )
        W, _ = check.pair(result, names=("W", "loss history"))
        check.close(W, expected, rtol=1e-4, atol=1e-5, name="W")


@undiagnosed
def test_sgd_history(student, check, rng, observe):
    """sgd returns the loss before every step, in order."""
    tell = partial(observe, "optimization.sgd")
    X, y = make_numbered_rows(rng, 40)
    generator = student.random_generator(rng.integers(2**32))
    result = student.optimization.sgd(make_counter(), np.zeros(SHAPE), X, y, 0.1, 8, 6, generator)
    _, history = check.pair(result, names=("W", "loss history"))
    check_history(check, history, 6, tell)


def test_sgd_batch_size(student, check, rng, observe):
    """sgd: every minibatch has batch_size rows, 32, 64 or 128."""
    tell = partial(observe, "optimization.sgd")
    data = make_numbered_rows(rng, 200)
    for batch_size in (32, 64, 128):
        seed = rng.integers(2**32)
        minibatches = sgd_and_record(student, check, data, batch_size, 3, seed, tell)
        check_sizes(check, minibatches, batch_size, tell)


def test_sgd_labels_follow_rows(student, check, rng, observe):
    """sgd: y_batch holds the labels of the very rows in X_batch."""
    tell = partial(observe, "optimization.sgd")
    X, y = make_numbered_rows(rng, 60)
    minibatches = sgd_and_record(student, check, (X, y), 12, 5, rng.integers(2**32), tell)
    check_labels(check, minibatches, y, tell)


def test_sgd_minibatches_are_random(student, check, rng, observe):
    """sgd: minibatches differ, together cover the data, and do not follow its order."""
    tell = partial(observe, "optimization.sgd")
    data = make_numbered_rows(rng, 100)
    minibatches = sgd_and_record(student, check, data, 20, 10, rng.integers(2**32), tell)
    check_randomness(check, minibatches, tell)


def test_sgd_rng(student, check, rng, observe):
    """sgd takes its randomness from rng: the same seed gives the same minibatches."""
    tell = partial(observe, "optimization.sgd")
    seed, data = int(rng.integers(2**32)), make_numbered_rows(rng, 60)
    numbers = []
    for each in (seed, seed, seed + 1):
        minibatches = sgd_and_record(student, check, data, 12, 4, each, tell)
        numbers.append(np.concatenate([batch for batch, _ in minibatches]))
    check_same_seed(check, *numbers, tell)


def test_sgd_unchanged(student, check, rng, observe):
    """sgd leaves the W that it was given as it was."""
    tell = partial(observe, "optimization.sgd")
    loss_and_grad, start = make_bowl(check, rng)
    X, y = make_numbered_rows(rng, 40)
    generator = student.random_generator(rng.integers(2**32))
    arguments = loss_and_grad, start, X, y, 0.5, 8, 2, generator
    result, after = student.call_and_inspect(student.optimization.sgd, *arguments)
    check_moved_a_copy(check, result, after[1], start, tell)
