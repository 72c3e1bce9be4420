"""Part softmax: probabilities, and the cross-entropy loss with loops and vectorized.

Each function is judged by itself, and its loss apart from its gradient.
"""

from functools import partial

import numpy as np
from helpers import (
    LECTURE_SCORES,
    SHAPES,
    SOFTMAX_VERSUS_SVM,
    changed,
    check_agreement,
    check_arguments_unchanged,
    check_divergence,
    check_divergence_zeros,
    check_float32,
    check_gradients,
    check_losses,
    check_one_of_two_is_right,
    check_regularization,
    check_speed,
    checked_gradient,
    checked_loss,
    make_problem,
)

# The lecture's losses for a correct score of 10, and of 20.
VERSUS_SVM = [(10.0, [9.18e-4, 0.5514, 0.0]), (20.0, [4.17e-8, 3.34e-5, 0.0])]

CAT = np.array([1.0, 0.0, 0.0])
LECTURE_PROBABILITIES = np.exp([3.2, 5.1, -1.7]) / np.sum(np.exp([3.2, 5.1, -1.7]))


def check_lecture_numbers(check, loss_function):
    """With a one-hot image the scores x W are a row of W."""
    x = np.array([[1.0, 0.0, 0.0]])
    for label, expected in [(0, 2.0404), (1, 0.1404)]:  # -ln 0.13 and -ln 0.87
        loss = checked_loss(check, loss_function(LECTURE_SCORES, x, np.array([label]), 0.0))
        check.close(loss, expected, atol=1e-4, name=f"loss for class {label}")


def check_versus_svm(check, loss_function):
    """The lecture's losses where SVM finds 0: with W = I the scores are X itself.

    In float32 nothing is left of 4.17e-8; `test_cross_entropy_versus_svm` asks for it.
    """
    for correct_score, expected in VERSUS_SVM:
        X = np.column_stack([np.full(3, correct_score), SOFTMAX_VERSUS_SVM])
        for x, expected_loss in zip(X, expected, strict=True):
            loss = checked_loss(check, loss_function(np.eye(3), x[np.newaxis], np.array([0]), 0.0))
            check.close(loss, expected_loss, rtol=1e-3, atol=1e-7, name="loss")


def check_stability(check, loss_function, expected_function, rng):
    """Large scores, of all images alike and of some of them.

    A last feature of ±1000 with equal weights shifts all scores of an image together.
    """
    W, X, y = make_problem(rng, 6, 5, 4)
    expected = expected_function(W, X, y, 0.0)  # softmax does not feel the shift
    shifted_W = np.vstack([W, np.ones(4)])
    for signs in ([1, 1, 1, 1, 1, 1], [1, -1, 1, -1, 0, 1]):
        shifted_X = np.column_stack([X, 1000.0 * np.array(signs)])
        value = loss_function(shifted_W, shifted_X, y, 0.0)
        loss, dW = checked_loss(check, value), checked_gradient(check, value, shifted_W)
        check_one_of_two_is_right(check, loss, dW[:-1], expected)


def check_probabilities(check, probabilities, scores, reference):
    """The probabilities of `scores` are those of the reference."""
    expected = reference.softmax.softmax_probabilities(scores)
    check.close(probabilities, expected, rtol=1e-3, atol=1e-5, name="probabilities")


def test_probabilities_lecture(student, check):
    """exp turns 3.2, 5.1, -1.7 into 24.5, 164.0, 0.18, and the sum to 0.13, 0.87, 0.00."""
    scores = np.array([[3.2, 5.1, -1.7]])
    exps = np.array([[24.5325, 164.0219, 0.1827]])
    probabilities = student.softmax.softmax_probabilities(scores)
    check.close(probabilities, exps / exps.sum(), atol=1e-4, name="probabilities")


def test_probabilities_random(student, reference, check, rng):
    """softmax_probabilities on random matrices of scores."""
    for N, _, C in SHAPES:
        scores = rng.normal(scale=2, size=(N, C))
        probabilities = student.softmax.softmax_probabilities(scores)
        check_probabilities(check, probabilities, scores, reference)


def test_probabilities_one_image(student, reference, check, rng):
    """softmax_probabilities of the scores of one image, a vector."""
    scores = rng.normal(scale=2, size=5)
    probabilities = student.softmax.softmax_probabilities(scores)
    check_probabilities(check, probabilities, scores, reference)


def test_probabilities_stable(student, reference, check, rng):
    """softmax_probabilities of scores around 1000 and around -1000, in one matrix."""
    scores = rng.normal(size=(6, 4)) + 1000 * np.array([[1, -1, 1, -1, 0, 1]]).T
    probabilities = student.softmax.softmax_probabilities(scores)
    check_probabilities(check, probabilities, scores, reference)


def test_probabilities_unchanged(student, reference, check, rng, observe):
    """softmax_probabilities leaves the scores as they were."""
    scores = rng.normal(size=(5, 4))
    function = student.softmax.softmax_probabilities
    probabilities, after = student.call_and_inspect(function, scores)
    observe("softmax.softmax_probabilities", changed=changed({"scores": scores}, after))
    check_probabilities(check, probabilities, scores, reference)
    check.unchanged(after[0], scores, name="scores")


def test_naive_lecture(student, check):
    """The lecture's cat has the loss 2.04, and it would be 0.14 if it were a car."""
    check_lecture_numbers(check, student.softmax.softmax_loss_naive)


def test_naive_loss(student, reference, check, rng):
    """softmax_loss_naive: the loss, without regularization, on random data of many shapes."""
    expected = reference.softmax.softmax_loss_naive
    check_losses(check, student.softmax.softmax_loss_naive, expected, rng)


def test_naive_gradient(student, reference, check, rng):
    """softmax_loss_naive: the gradient, without regularization, on random data of many shapes."""
    expected = reference.softmax.softmax_loss_naive
    check_gradients(check, student.softmax.softmax_loss_naive, expected, rng)


def test_naive_regularization(student, check, conventions, rng):
    """softmax_loss_naive: what reg adds to the loss and to the gradient."""
    check_regularization(check, student.softmax.softmax_loss_naive, conventions, rng)


def test_naive_stable(student, reference, check, rng):
    """softmax_loss_naive with scores around 1000 and around -1000."""
    expected = reference.softmax.softmax_loss_naive
    check_stability(check, student.softmax.softmax_loss_naive, expected, rng)


def test_naive_versus_svm(student, check):
    """softmax_loss_naive, where SVM finds 0: 9.18e-4, 0.5514, 0; then 4.17e-8, 3.34e-5, 0."""
    check_versus_svm(check, student.softmax.softmax_loss_naive)


def test_vectorized_lecture(student, check):
    """The lecture's cat has the loss 2.04, and it would be 0.14 if it were a car."""
    check_lecture_numbers(check, student.softmax.softmax_loss_vectorized)


def test_vectorized_loss(student, reference, check, rng):
    """softmax_loss_vectorized: the loss, without regularization, on random data of many shapes."""
    expected = reference.softmax.softmax_loss_vectorized
    check_losses(check, student.softmax.softmax_loss_vectorized, expected, rng)


def test_vectorized_gradient(student, reference, check, rng):
    """softmax_loss_vectorized: the gradient, without regularization, on data of many shapes."""
    expected = reference.softmax.softmax_loss_vectorized
    check_gradients(check, student.softmax.softmax_loss_vectorized, expected, rng)


def test_vectorized_regularization(student, check, conventions, rng):
    """softmax_loss_vectorized: what reg adds to the loss and to the gradient."""
    check_regularization(check, student.softmax.softmax_loss_vectorized, conventions, rng)


def test_vectorized_stable(student, reference, check, rng):
    """softmax_loss_vectorized with scores around 1000 and around -1000, in one matrix."""
    expected = reference.softmax.softmax_loss_vectorized
    check_stability(check, student.softmax.softmax_loss_vectorized, expected, rng)


def test_vectorized_unchanged(student, reference, check, rng, observe):
    """softmax_loss_vectorized leaves W, X and y as they were."""
    function = student.softmax.softmax_loss_vectorized
    expected = reference.softmax.softmax_loss_vectorized
    tell = partial(observe, "softmax.softmax_loss_vectorized")
    check_arguments_unchanged(check, student, function, expected, rng, tell)


def test_vectorized_float32(student, reference, check, rng):
    """softmax_loss_vectorized accepts float32 W and X."""
    expected = reference.softmax.softmax_loss_vectorized
    check_float32(check, student.softmax.softmax_loss_vectorized, expected, rng)


def test_vectorized_speed(student, reference, check, rng, observe):
    """softmax_loss_vectorized does without a Python loop over the images: it is fast on 20,000."""
    function = student.softmax.softmax_loss_vectorized
    expected = reference.softmax.softmax_loss_vectorized
    tell = partial(observe, "softmax.softmax_loss_vectorized")
    check_speed(check, student, function, expected, rng, tell)


def test_naive_agrees_with_vectorized(student, reference, check, rng):
    """softmax_loss_naive and softmax_loss_vectorized return the same."""
    naive = student.softmax.softmax_loss_naive
    vectorized = student.softmax.softmax_loss_vectorized
    check_agreement(check, naive, vectorized, reference.softmax.softmax_loss_naive, rng)


def test_vectorized_versus_svm(student, check):
    """softmax_loss_vectorized, where SVM finds 0: 9.18e-4, 0.5514, 0; then 4.17e-8, 3.34e-5, 0."""
    check_versus_svm(check, student.softmax.softmax_loss_vectorized)


def test_cross_entropy_lecture(student, check):
    """The cross-entropy of the lecture's probabilities against [1, 0, 0] is 2.04."""
    value = student.softmax.cross_entropy(CAT, LECTURE_PROBABILITIES)
    check.close(value, 2.0404, atol=1e-4, name="cross-entropy")


def test_cross_entropy_random(student, reference, check, rng):
    """cross_entropy of random distributions: p is the target, q what was predicted."""
    check_divergence(check, student.softmax.cross_entropy, reference.softmax.cross_entropy, rng)


def test_cross_entropy_zeros(student, reference, check, rng):
    """cross_entropy: a class with p = 0 adds nothing, also where q = 0."""
    function, expected = student.softmax.cross_entropy, reference.softmax.cross_entropy
    check_divergence_zeros(check, function, expected, rng)


def test_cross_entropy_versus_svm(student, reference, check):
    """cross_entropy, where SVM finds 0: 9.18e-4, 0.5514, 0; then 4.17e-8, 3.34e-5, 0."""
    for correct_score, expected in VERSUS_SVM:
        for wrong_scores, expected_loss in zip(SOFTMAX_VERSUS_SVM, expected, strict=True):
            scores = np.append(correct_score, wrong_scores)
            q = reference.softmax.softmax_probabilities(scores)
            value = student.softmax.cross_entropy(CAT, q)
            check.close(value, expected_loss, rtol=1e-3, atol=1e-11, name="cross-entropy")


def test_kl_lecture(student, check):
    """The KL divergence of the lecture's probabilities from [1, 0, 0] is 2.04, too."""
    value = student.softmax.kl_divergence(CAT, LECTURE_PROBABILITIES)
    check.close(value, 2.0404, atol=1e-4, name="KL divergence")


def test_kl_random(student, reference, check, rng):
    """kl_divergence of random distributions: p is the target, q what was predicted."""
    check_divergence(check, student.softmax.kl_divergence, reference.softmax.kl_divergence, rng)


def test_kl_zeros(student, reference, check, rng):
    """kl_divergence: a class with p = 0 adds nothing, also where q = 0."""
    function, expected = student.softmax.kl_divergence, reference.softmax.kl_divergence
    check_divergence_zeros(check, function, expected, rng)
