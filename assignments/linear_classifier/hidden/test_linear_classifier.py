"""Part linear_classifier: stochastic gradient descent and prediction.

To judge `train` by itself, most tests replace the `loss` of the student's classifier by one of
their own, which sees every minibatch.
"""

import numpy as np
from helpers import make_problem, new_model
from minibatches import (
    check_labels,
    check_randomness,
    check_sizes,
    checked_minibatch,
    make_numbered_rows,
    numbered_minibatch,
)


def make_recorder(check, dW):
    """(loss, minibatches): a loss that returns 1, 2, 3 … with gradient dW and keeps its arguments.

    A minibatch is kept as (row numbers, y_batch, reg).
    """
    minibatches = []

    def loss(X_batch, y_batch, reg):
        numbers, y_batch = numbered_minibatch(check, X_batch, y_batch)
        minibatches.append((numbers, y_batch, check.number(reg, name="reg")))
        return float(len(minibatches)), dW

    return loss, minibatches


def constant_loss(dW):
    """A loss whose gradient is dW everywhere."""

    def loss(X_batch, y_batch, reg):
        return 1.0, dW

    return loss


def train_and_record(student, check, data, num_iters, batch_size):
    """Train with a recording loss; returns (what `train` returned, minibatches)."""
    X, y = data
    loss, minibatches = make_recorder(check, np.zeros((3, 4)))
    model = new_model(check, student.linear_classifier.LinearSVM, "train")
    model.loss = loss
    history = model.train(
        X, y, learning_rate=0.1, reg=0.25, num_iters=num_iters, batch_size=batch_size
    )
    check.that(
        len(minibatches) >= num_iters,
        en="`train` must call self.loss(X_batch, y_batch, reg) in every iteration.",
        ru="`train` должен на каждой итерации вызывать self.loss(X_batch, y_batch, reg).",
        calls=len(minibatches),
        iterations=num_iters,
    )
    return history, minibatches


def test_history(student, check, rng):
    """train returns the loss of every iteration, in order."""
    data = make_numbered_rows(rng, 40)
    history, _ = train_and_record(student, check, data, num_iters=7, batch_size=10)
    history = check.sequence(history, length=7, name="loss history")
    check.close(history, [1, 2, 3, 4, 5, 6, 7], name="loss history")


def test_batch_size(student, check, rng):
    """Every minibatch has batch_size rows."""
    data = make_numbered_rows(rng, 60)
    for batch_size in (6, 20):
        _, minibatches = train_and_record(student, check, data, num_iters=4, batch_size=batch_size)
        check_sizes(check, minibatches, batch_size)


def test_labels_follow_rows(student, check, rng):
    """y_batch holds the labels of the very rows in X_batch."""
    X, y = make_numbered_rows(rng, 60)
    _, minibatches = train_and_record(student, check, (X, y), num_iters=5, batch_size=12)
    check_labels(check, minibatches, y)


def test_minibatches_are_random(student, check, rng):
    """Minibatches differ, together cover the data, and do not follow its order."""
    data = make_numbered_rows(rng, 100)
    _, minibatches = train_and_record(student, check, data, num_iters=10, batch_size=20)
    check_randomness(check, minibatches)


def test_reg_reaches_loss(student, check, rng):
    """train hands reg to the loss."""
    data = make_numbered_rows(rng, 40)
    _, minibatches = train_and_record(student, check, data, num_iters=2, batch_size=10)
    for _, _, reg in minibatches:
        check.close(reg, 0.25, name="reg")


def test_step(student, check, rng):
    """Every iteration moves W by learning_rate times the gradient, downhill."""
    X, y = make_numbered_rows(rng, 40)
    dW = rng.uniform(1000, 2000, size=(3, 4)) * rng.choice([-1, 1], size=(3, 4))
    for learning_rate in (0.1, 0.5):
        model = new_model(check, student.linear_classifier.LinearSVM, "train")
        model.loss = constant_loss(dW)
        model.train(X, y, learning_rate=learning_rate, reg=0.0, num_iters=3, batch_size=10)
        # The random W of the start is small beside such steps.
        check.close(model.W, -3 * learning_rate * dW, rtol=0.01, name="W after three steps")


def test_second_training_goes_on(student, check, rng):
    """A second call of train goes on from the W of the first."""
    X, y = make_numbered_rows(rng, 40)
    model = new_model(check, student.linear_classifier.LinearSVM, "train")
    model.loss = constant_loss(rng.uniform(1000, 2000, size=(3, 4)))
    model.train(X, y, learning_rate=0.1, reg=0.0, num_iters=1, batch_size=10)
    first = check.array(model.W, shape=(3, 4), name="W")
    check.that(
        np.min(np.abs(first)) > 10,
        en="The first call of `train` did not move W.",
        ru="Первый вызов `train` не изменил W.",
    )
    model.loss = constant_loss(np.zeros((3, 4)))
    model.train(X, y, learning_rate=0.1, reg=0.0, num_iters=1, batch_size=10)
    check.close(model.W, first, rtol=1e-4, name="W after a second training with gradient 0")


def make_blobs(rng):
    """Four far-apart groups of points in the plane, with a column of ones for the bias."""
    centres = np.array([[4.0, 4.0], [-4.0, 4.0], [-4.0, -4.0], [4.0, -4.0]])
    y = rng.permutation(np.repeat(np.arange(4), 25))
    points = centres[y] + rng.normal(scale=0.5, size=(100, 2))
    return np.column_stack([points, np.ones(100)]), y


def check_learned(check, W, X, y, loss_function):
    """W tells the blobs apart, and the loss fell to less than half of what it is for W = 0."""
    W = check.array(W, shape=(3, 4), name="W")
    accuracy = np.mean(np.argmax(X @ W, axis=1) == y)
    check.that(
        accuracy >= 0.95,
        en=f"After training, only {accuracy:.0%} of far-apart points are classified correctly.",
        ru=f"После обучения верно классифицировано лишь {accuracy:.0%} далеко разнесённых точек.",
        accuracy=float(accuracy),
    )
    before, _ = loss_function(np.zeros((3, 4)), X, y, 0.0)
    after, _ = loss_function(W, X, y, 0.0)
    check.that(
        after < before / 2,
        en="The loss did not fall enough during training.",
        ru="За время обучения потери уменьшились недостаточно.",
        loss_before=float(before),
        loss_after=float(after),
    )


def test_train_learns(student, reference, check, rng):
    """With a right loss, train learns to tell four groups of points apart."""
    X, y = make_blobs(rng)
    model = new_model(check, student.linear_classifier.LinearSVM, "train")
    W = np.zeros((3, 4))  # where a right `train` is, step by step

    def loss(X_batch, y_batch, reg):
        X_batch, y_batch = checked_minibatch(check, X_batch, y_batch)
        value, dW = reference.softmax.softmax_loss_vectorized(W, X_batch, y_batch % 4, 0.0)
        W[...] -= 0.1 * dW
        return float(value), dW

    model.loss = loss
    model.train(X, y, learning_rate=0.1, reg=0.0, num_iters=20, batch_size=20)
    check_learned(check, model.W, X, y, reference.softmax.softmax_loss_vectorized)


def test_svm_learns(student, reference, check, rng):
    """LinearSVM with your own loss learns to tell four groups of points apart."""
    X, y = make_blobs(rng)
    model = new_model(check, student.linear_classifier.LinearSVM, "train")
    model.train(X, y, learning_rate=0.1, reg=1e-3, num_iters=50, batch_size=20)
    check_learned(check, model.W, X, y, reference.linear_svm.svm_loss_vectorized)


def test_softmax_learns(student, reference, check, rng):
    """Softmax with your own loss learns to tell four groups of points apart."""
    X, y = make_blobs(rng)
    model = new_model(check, student.linear_classifier.Softmax, "train")
    model.train(X, y, learning_rate=0.1, reg=1e-3, num_iters=50, batch_size=20)
    check_learned(check, model.W, X, y, reference.softmax.softmax_loss_vectorized)


def test_predict(student, check, rng):
    """predict returns the class with the largest score, one label for each row."""
    for N, D, C in [(12, 5, 7), (1, 3, 4), (30, 4, 2)]:
        W, X, _ = make_problem(rng, N, D, C)
        model = new_model(check, student.linear_classifier.LinearSVM, "predict")
        model.W = W
        check.equal_labels(model.predict(X), np.argmax(X @ W, axis=1), name="labels")
