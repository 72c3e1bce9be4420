"""Part svm: the multiclass SVM loss, with loops and vectorized.

Each function is judged by itself, and its loss apart from its gradient.
"""

from functools import partial

import numpy as np
from helpers import (
    ATOL,
    LECTURE_LABELS,
    LECTURE_SCORES,
    RTOL,
    SHAPES,
    SOFTMAX_VERSUS_SVM,
    check_agreement,
    check_arguments_unchanged,
    check_float32,
    check_gradients,
    check_losses,
    check_regularization,
    check_speed,
    checked_gradient,
    checked_loss,
    make_problem,
)

from grader.judge import undiagnosed


def check_lecture_numbers(check, loss_function):
    """With one-hot images the scores X W are the lecture's matrix itself."""
    W, X, y = LECTURE_SCORES, np.eye(3), LECTURE_LABELS
    for images, expected in [([0], 2.9), ([1], 0.0), ([2], 12.9), ([0, 1, 2], 15.8 / 3)]:
        loss = checked_loss(check, loss_function(W, X[images], y[images], 0.0))
        check.close(loss, expected, atol=1e-4, name=f"loss of {len(images)} of the images")


def test_naive_lecture(student, check):
    """The lecture's three images have the losses 2.9, 0 and 12.9, their mean is 5.27."""
    check_lecture_numbers(check, student.linear_svm.svm_loss_naive)


def test_naive_loss(student, reference, check, rng):
    """svm_loss_naive: the loss, without regularization, on random data of many shapes."""
    expected = reference.linear_svm.svm_loss_naive
    check_losses(check, student.linear_svm.svm_loss_naive, expected, rng)


def test_naive_gradient(student, reference, check, rng):
    """svm_loss_naive: the gradient, without regularization, on random data of many shapes."""
    expected = reference.linear_svm.svm_loss_naive
    check_gradients(check, student.linear_svm.svm_loss_naive, expected, rng)


def test_naive_regularization(student, check, conventions, rng):
    """svm_loss_naive: what reg adds to the loss and to the gradient."""
    check_regularization(check, student.linear_svm.svm_loss_naive, conventions, rng)


def test_vectorized_lecture(student, check):
    """The lecture's three images have the losses 2.9, 0 and 12.9, their mean is 5.27."""
    check_lecture_numbers(check, student.linear_svm.svm_loss_vectorized)


def test_vectorized_loss(student, reference, check, rng):
    """svm_loss_vectorized: the loss, without regularization, on random data of many shapes."""
    expected = reference.linear_svm.svm_loss_vectorized
    check_losses(check, student.linear_svm.svm_loss_vectorized, expected, rng)


def test_vectorized_gradient(student, reference, check, rng):
    """svm_loss_vectorized: the gradient, without regularization, on random data of many shapes."""
    expected = reference.linear_svm.svm_loss_vectorized
    check_gradients(check, student.linear_svm.svm_loss_vectorized, expected, rng)


def test_vectorized_regularization(student, check, conventions, rng):
    """svm_loss_vectorized: what reg adds to the loss and to the gradient."""
    check_regularization(check, student.linear_svm.svm_loss_vectorized, conventions, rng)


@undiagnosed
def test_vectorized_kink(student, check, rng):
    """Where a margin is exactly 0 the hinge has many subgradients: any of them is right."""
    x = np.array([1.0, rng.integers(1, 9)])
    W = np.array([[1.0, 0.0, 3.0], [0.0, 0.0, 0.0]])  # scores 1, 0, 3 whatever x[1] is
    y = np.array([0])  # the margin of class 1 is 0, that of class 2 is 3

    value = student.linear_svm.svm_loss_vectorized(W, x[np.newaxis], y, 0.0)
    dW = checked_gradient(check, value, W)

    share = np.clip(dW[0, 1], 0, 1)  # of the kink's slope: anything from 0 to 1
    expected = np.outer(x, [-1 - share, share, 1])
    check.close(dW, expected, rtol=1e-4, atol=1e-5, name="dW")


def test_vectorized_unchanged(student, reference, check, rng, observe):
    """svm_loss_vectorized leaves W, X and y as they were."""
    function = student.linear_svm.svm_loss_vectorized
    expected = reference.linear_svm.svm_loss_vectorized
    tell = partial(observe, "linear_svm.svm_loss_vectorized")
    check_arguments_unchanged(check, student, function, expected, rng, tell)


def test_vectorized_float32(student, reference, check, rng):
    """svm_loss_vectorized accepts float32 W and X."""
    expected = reference.linear_svm.svm_loss_vectorized
    check_float32(check, student.linear_svm.svm_loss_vectorized, expected, rng)


def test_vectorized_speed(student, reference, check, rng, observe):
    """svm_loss_vectorized does without a Python loop over the images: it is fast on 20,000."""
    function = student.linear_svm.svm_loss_vectorized
    expected = reference.linear_svm.svm_loss_vectorized
    tell = partial(observe, "linear_svm.svm_loss_vectorized")
    check_speed(check, student, function, expected, rng, tell)


def test_naive_agrees_with_vectorized(student, reference, check, rng):
    """svm_loss_naive and svm_loss_vectorized return the same."""
    naive = student.linear_svm.svm_loss_naive
    vectorized = student.linear_svm.svm_loss_vectorized
    check_agreement(check, naive, vectorized, reference.linear_svm.svm_loss_naive, rng)


def check_lecture_losses(check, losses, expected):
    """The losses of the lecture's three images."""
    check.close(losses, expected, atol=1e-4, name="losses")


def check_random_losses(student, reference, check, rng, **variant):
    """The losses of a variant on random scores of each shape."""
    for shape in SHAPES:
        W, X, y = make_problem(rng, *shape)
        expected = reference.linear_svm.svm_losses(X @ W, y, **variant)
        losses = student.linear_svm.svm_losses(X @ W, y, **variant)
        check.close(losses, expected, rtol=RTOL, atol=ATOL, name="losses")


def test_losses_lecture(student, check):
    """svm_losses: the lecture's three images have 2.9, 0 and 12.9, their mean is 5.27."""
    losses = student.linear_svm.svm_losses(LECTURE_SCORES, LECTURE_LABELS)
    check_lecture_losses(check, losses, [2.9, 0.0, 12.9])


def test_losses_include_correct(student, check):
    """Q4: with the correct class in the sum each loss grows by 1: 3.9, 1, 13.9."""
    losses = student.linear_svm.svm_losses(LECTURE_SCORES, LECTURE_LABELS, include_correct=True)
    check_lecture_losses(check, losses, [3.9, 1.0, 13.9])


def test_losses_mean(student, check):
    """Q5: the mean over the two wrong classes instead of the sum: 1.45, 0, 6.45."""
    losses = student.linear_svm.svm_losses(LECTURE_SCORES, LECTURE_LABELS, reduction="mean")
    check_lecture_losses(check, losses, [1.45, 0.0, 6.45])


def test_losses_squared(student, check):
    """Q6: the squared hinge: 8.41, 0, 83.25, and the mean 30.553."""
    losses = student.linear_svm.svm_losses(LECTURE_SCORES, LECTURE_LABELS, squared=True)
    check_lecture_losses(check, losses, [8.41, 0.0, 83.25])


def test_losses_random(student, reference, check, rng):
    """svm_losses on random scores of many shapes."""
    check_random_losses(student, reference, check, rng)


def test_losses_delta(student, reference, check, rng):
    """svm_losses with margins other than 1, narrower and wider."""
    for delta in (rng.uniform(0.2, 0.7), rng.uniform(1.5, 4.0)):
        check_random_losses(student, reference, check, rng, delta=float(delta))


def test_losses_combinations(student, reference, check, rng):
    """svm_losses with two of its variants at once, and a margin other than 1."""
    delta = float(rng.uniform(1.5, 4.0))
    for variant in [
        {"squared": True, "include_correct": True},
        {"squared": True, "reduction": "mean"},
    ]:
        check_random_losses(student, reference, check, rng, delta=delta, **variant)


def test_losses_versus_softmax(student, check):
    """Once the margin holds, SVM is content: 0, 0, 0, where softmax still finds a loss."""
    for correct_score in (10.0, 20.0):
        scores = np.column_stack([np.full(3, correct_score), SOFTMAX_VERSUS_SVM])
        losses = student.linear_svm.svm_losses(scores, np.zeros(3, dtype=int))
        check.that(
            np.array_equal(losses, np.zeros(3)),
            en="The correct scores are more than 1 above all others, so every loss is 0.",
            ru="Оценки правильных классов больше прочих более чем на 1: все потери равны 0.",
            losses=losses,
        )
