"""Public tests of scores.py, on the lecture's examples."""

import numpy as np
import scores

# An image of four pixels, and the classes cat, dog, ship.
IMAGE = np.array([56.0, 231.0, 24.0, 2.0])
W = np.array([[0.2, -0.5, 0.1, 2.0], [1.5, 1.3, 2.1, 0.0], [0.0, 0.25, 0.2, -0.3]])
B = np.array([1.1, 3.2, -1.2])


def test_scores_of_the_lecture():
    # The slide prints 61.95 as the third score: an erratum, b₃ = -1.2 was forgotten.
    np.testing.assert_allclose(
        scores.linear_scores(IMAGE, W, B),
        [-96.8, 437.9, 60.75],
        err_msg="Wx + b; on the slide the third score is 61.95 by mistake, without its bias -1.2"
        " / Wx + b; на слайде третья оценка (61.95) ошибочна: забыто смещение -1.2",
    )


def test_scores_of_several_images():
    images = np.array([IMAGE, np.zeros(4), np.ones(4)])
    np.testing.assert_allclose(
        scores.linear_scores(images, W, B),
        [[-96.8, 437.9, 60.75], [1.1, 3.2, -1.2], [2.9, 8.1, -1.05]],
        err_msg="one row of scores for each image / для каждой картинки своя строка оценок",
    )


def test_two_templates_with_the_same_score():
    # The slide on regularization: the score does not choose between w1 and w2.
    templates = np.array([[1.0, 0.0, 0.0, 0.0], [0.25, 0.25, 0.25, 0.25]])
    np.testing.assert_allclose(
        scores.linear_scores(np.ones(4), templates, np.zeros(2)),
        [1, 1],
        err_msg="the product of a row of W with x / произведение строки W на x",
    )
