"""Part scores: f(x, W) = Wx + b, with W (C, D) as on the slide."""

import numpy as np
from helpers import ATOL, RTOL


def test_lecture(student, check):
    """The lecture's cat has the scores -96.8, 437.9, 60.75; the templates w1 and w2 both 1."""
    cat = np.array([56.0, 231.0, 24.0, 2.0])
    W = np.array([[0.2, -0.5, 0.1, 2.0], [1.5, 1.3, 2.1, 0.0], [0.0, 0.25, 0.2, -0.3]])
    b = np.array([1.1, 3.2, -1.2])  # the slide forgets the third: it prints 61.95
    templates = np.array([[1.0, 0.0, 0.0, 0.0], [0.25, 0.25, 0.25, 0.25]])
    for x, weights, bias, expected in [
        (cat, W, b, [-96.8, 437.9, 60.75]),
        (np.ones(4), templates, np.zeros(2), [1.0, 1.0]),
    ]:
        scores = student.scores.linear_scores(x, weights, bias)
        check.close(scores, expected, rtol=1e-4, atol=1e-4, name="scores")


def test_one_image(student, reference, check, rng):
    """linear_scores of one image, a vector, also with as many pixels as classes."""
    for D, C in [(7, 3), (3, 5), (4, 4)]:
        x, W, b = rng.normal(size=D), rng.normal(size=(C, D)), rng.normal(size=C)
        expected = reference.scores.linear_scores(x, W, b)
        scores = student.scores.linear_scores(x, W, b)
        check.close(scores, expected, rtol=RTOL, atol=ATOL, name="scores")


def test_many_images(student, reference, check, rng):
    """linear_scores of several images, the rows of a matrix, also where all sizes are equal."""
    for N, D, C in [(6, 7, 3), (1, 3, 5), (4, 4, 4)]:
        x, W, b = rng.normal(size=(N, D)), rng.normal(size=(C, D)), rng.normal(size=C)
        expected = reference.scores.linear_scores(x, W, b)
        scores = student.scores.linear_scores(x, W, b)
        check.close(scores, expected, rtol=RTOL, atol=ATOL, name="scores")
