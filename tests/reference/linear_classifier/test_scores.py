"""The scores of the slide against the lecture, scikit-learn, and sums written out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.linear_model import LogisticRegression


@pytest.fixture(scope="session")
def linear_scores(reference):
    return reference.scores.linear_scores


def test_lecture_numbers(linear_scores):
    # The slide prints 61.95 as the third: it forgot b₃ = -1.2.
    x = np.array([56, 231, 24, 2])
    W = np.array([[0.2, -0.5, 0.1, 2.0], [1.5, 1.3, 2.1, 0.0], [0.0, 0.25, 0.2, -0.3]])
    scores = linear_scores(x, W, np.array([1.1, 3.2, -1.2]))
    np.testing.assert_allclose(scores, [-96.8, 437.9, 60.75], rtol=1e-12)
    np.testing.assert_allclose(linear_scores(x, W, np.zeros(3))[2], 61.95, rtol=1e-12)


def test_two_templates_of_the_slide_on_regularization_have_one_score(linear_scores):
    W = np.array([[1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]])
    np.testing.assert_array_equal(linear_scores(np.ones(4), W, np.zeros(2)), [1, 1])


def test_they_are_scikit_learns_decision_function(linear_scores, blobs):
    # Its coef_ is (C, D), as on the slide.
    model = LogisticRegression().fit(blobs.X, blobs.y)
    expected = model.decision_function(blobs.X)
    scores = linear_scores(blobs.X, model.coef_, model.intercept_)
    np.testing.assert_allclose(scores, expected, rtol=1e-12)


@settings(deadline=None)  # the machine may be busy
@given(data=st.data(), D=st.integers(1, 5), C=st.integers(1, 5), N=st.integers(0, 5))
def test_they_are_the_sums_written_out(linear_scores, data, D, C, N):
    # Multiples of 1/8 are exact in floating point, and so are their products and sums.
    eighths = st.integers(-80, 80).map(lambda n: n / 8)
    x = data.draw(arrays(float, (N, D), elements=eighths))
    W = data.draw(arrays(float, (C, D), elements=eighths))
    b = data.draw(arrays(float, C, elements=eighths))
    expected = [[sum(W[c] * image) + b[c] for c in range(C)] for image in x]
    scores = linear_scores(x, W, b)
    np.testing.assert_array_equal(scores, np.reshape(expected, (N, C)))
    for image, row in zip(x, scores, strict=True):
        np.testing.assert_array_equal(linear_scores(image, W, b), row)


def test_pixels_may_be_bytes(linear_scores):
    # 200 · 2 is 144 in uint8.
    x = np.array([200, 100], dtype=np.uint8)
    np.testing.assert_array_equal(linear_scores(x, np.array([[2.0, 1.0]]), np.zeros(1)), [500])


def test_arguments_are_not_changed(linear_scores):
    arguments = np.ones((2, 3)), np.ones((4, 3)), np.ones(4)
    for array in arguments:
        array.setflags(write=False)  # writing to one raises
    scores = linear_scores(*arguments)
    scores += 1  # the caller's own: no view of an argument
