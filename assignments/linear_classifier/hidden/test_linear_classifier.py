"""Part linear_classifier: stochastic gradient descent and prediction.

To judge `train` by itself, most tests replace the `loss` of the student's classifier by one of
their own, which sees every minibatch.
"""

from functools import partial

import numpy as np
from blobs import check_learned, make_blobs
from helpers import check_history, make_problem, new_model
from minibatches import (
    check_labels,
    check_randomness,
    check_sizes,
    checked_minibatch,
    make_numbered_rows,
    numbered_minibatch,
)
from rehearsal import ACCURACIES, BEST, NUM_ITERS, NUM_TRAIN, PAIRS, search

TRAIN = "linear_classifier.LinearClassifier.train"
SEARCH = "linear_classifier.search_hyperparameters"


def make_recorder(check, dW, tell):
    """(loss, minibatches): a loss that returns 1, 2, 3 … with gradient dW and keeps its arguments.

    A minibatch is kept as (row numbers, y_batch, reg).
    """
    minibatches = []

    def loss(X_batch, y_batch, reg):
        numbers, y_batch = numbered_minibatch(check, X_batch, y_batch, tell)
        minibatches.append((numbers, y_batch, reg))
        return float(len(minibatches)), dW

    return loss, minibatches


def constant_loss(dW):
    """A loss whose gradient is dW everywhere."""

    def loss(X_batch, y_batch, reg):
        return 1.0, dW

    return loss


def train_and_record(student, check, tell, data, num_iters, batch_size):
    """Train with a recording loss; returns (what `train` returned, minibatches)."""
    X, y = data
    loss, minibatches = make_recorder(check, np.zeros((3, 4)), tell)
    model = new_model(check, student.linear_classifier.LinearSVM, "train")
    model.loss = loss
    history = model.train(
        X, y, learning_rate=0.1, reg=0.25, num_iters=num_iters, batch_size=batch_size
    )
    tell(steps_made=len(minibatches), steps_asked=num_iters)
    check.that(
        len(minibatches) >= num_iters,
        en="`train` must call self.loss(X_batch, y_batch, reg) in every iteration.",
        ru="`train` должен на каждой итерации вызывать self.loss(X_batch, y_batch, reg).",
        calls=len(minibatches),
        iterations=num_iters,
    )
    return history, minibatches


def test_history(student, check, rng, observe):
    """train returns the loss of every iteration, in order."""
    tell = partial(observe, TRAIN)
    data = make_numbered_rows(rng, 40)
    history, _ = train_and_record(student, check, tell, data, num_iters=7, batch_size=10)
    check_history(check, history, 7, tell)


def test_batch_size(student, check, rng, observe):
    """Every minibatch has batch_size rows."""
    tell = partial(observe, TRAIN)
    data = make_numbered_rows(rng, 60)
    for batch_size in (6, 20):
        _, minibatches = train_and_record(
            student, check, tell, data, num_iters=4, batch_size=batch_size
        )
        check_sizes(check, minibatches, batch_size, tell)


def test_labels_follow_rows(student, check, rng, observe):
    """y_batch holds the labels of the very rows in X_batch."""
    tell = partial(observe, TRAIN)
    X, y = make_numbered_rows(rng, 60)
    _, minibatches = train_and_record(student, check, tell, (X, y), num_iters=5, batch_size=12)
    check_labels(check, minibatches, y, tell)


def test_minibatches_are_random(student, check, rng, observe):
    """Minibatches differ, together cover the data, and do not follow its order."""
    tell = partial(observe, TRAIN)
    data = make_numbered_rows(rng, 100)
    _, minibatches = train_and_record(student, check, tell, data, num_iters=10, batch_size=20)
    check_randomness(check, minibatches, tell)


def test_reg_reaches_loss(student, check, rng, observe):
    """train hands reg to the loss."""
    tell = partial(observe, TRAIN)
    data = make_numbered_rows(rng, 40)
    _, minibatches = train_and_record(student, check, tell, data, num_iters=2, batch_size=10)
    regs = [reg for _, _, reg in minibatches]
    tell(regs=regs, reg=0.25)
    check.that(
        all(np.array_equal(reg, 0.25) for reg in regs),
        en="`train` must hand its reg on to self.loss(X_batch, y_batch, reg) as it is.",
        ru="`train` должен передавать свой reg в self.loss(X_batch, y_batch, reg) как есть.",
        reg=0.25,
        handed_on=regs,
    )


def test_step(student, check, rng, observe):
    """Every iteration moves W by learning_rate times the gradient, downhill."""
    tell = partial(observe, TRAIN)
    X, y = make_numbered_rows(rng, 40)
    dW = rng.uniform(1000, 2000, size=(3, 4)) * rng.choice([-1, 1], size=(3, 4))
    for learning_rate in (0.1, 0.5):
        model = new_model(check, student.linear_classifier.LinearSVM, "train")
        model.loss = constant_loss(dW)
        model.train(X, y, learning_rate=learning_rate, reg=0.0, num_iters=3, batch_size=10)
        # The random W of the start is small beside such steps.
        W = model.W
        known = {"num_iters": 3, "batch_size": 10, "num_examples": 40}
        tell(moved=W, gradient=dW, learning_rate=learning_rate, **known)
        check.close(W, -3 * learning_rate * dW, rtol=0.01, name="W after three steps")


def test_second_training_goes_on(student, check, rng, observe):
    """A second call of train goes on from the W of the first."""
    tell = partial(observe, TRAIN)
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
    second = model.W
    tell(first=first, second=second)
    check.that(
        np.array_equal(second, first),
        en="A second call of `train` must go on from the W of the first; here the gradient is 0, "
        "and W has changed.",
        ru="Второй вызов `train` должен продолжать с той W, которую оставил первый; здесь градиент "
        "равен 0, а W изменилась.",
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


def test_search_pairs(student, check, rng, observe):
    """search_hyperparameters has results for every pair of a learning rate and a reg."""
    _, _, results = search(student, check, rng, partial(observe, SEARCH))
    check.that(
        isinstance(results, dict) and set(results) == set(PAIRS),
        en="The results must be a dict whose keys are all the pairs (learning rate, reg).",
        ru="Результаты — это словарь, ключи которого — все пары (learning_rate, reg).",
        expected=PAIRS,
        actual=list(results) if isinstance(results, dict) else results,
    )


def test_search_training(student, check, rng, observe):
    """search_hyperparameters trains with each pair and num_iters, on all of X_train alone."""
    stage, _, _ = search(student, check, rng, partial(observe, SEARCH))
    expected = np.column_stack([np.arange(NUM_TRAIN), stage.y[:NUM_TRAIN]])
    for training in stage.trainings:
        found = np.column_stack([training.rows, training.y])
        check.equal_labels(found, expected, name="rows of X_train and y_train that train got")
    asked = sorted((*training.pair, training.num_iters) for training in stage.trainings)
    check.that(
        asked == sorted((*pair, NUM_ITERS) for pair in PAIRS),
        en="Train once with each pair of a learning rate and a reg, for num_iters steps.",
        ru="С каждой парой (learning_rate, reg) обучайте один раз и ровно num_iters шагов.",
        trained_with=asked,
    )


def test_search_new_classifiers(student, check, rng, observe):
    """search_hyperparameters trains a new classifier for each pair."""
    stage, _, _ = search(student, check, rng, partial(observe, SEARCH))
    models = [training.model for training in stage.trainings]
    check.that(
        len(models) == len(set(models)) == len(PAIRS),
        en="Train a new classifier for each pair: one that was trained goes on learning.",
        ru="Для каждой пары нужен новый классификатор: обученный продолжит учиться.",
        trainings=len(models),
        classifiers=len(set(models)),
    )


def test_search_accuracies(student, check, rng, observe):
    """search_hyperparameters finds the accuracy on the training and on the validation set."""
    _, _, results = search(student, check, rng, partial(observe, SEARCH))
    for pair, expected in zip(PAIRS, ACCURACIES, strict=True):
        found = results.get(pair) if isinstance(results, dict) else None
        check.close(found, expected, rtol=1e-4, name="(training, validation accuracy)")


def test_search_best(student, check, rng, observe):
    """search_hyperparameters returns the classifier that is best on the validation set."""
    stage, best, _ = search(student, check, rng, partial(observe, SEARCH))
    pair = stage.pair_of(best)
    check.that(
        pair == BEST,
        en="The best classifier is the one with the highest accuracy on the validation set.",
        ru="Лучший классификатор — тот, у которого точность на валидационной выборке выше всех.",
        expected=BEST,
        actual=pair,
    )
