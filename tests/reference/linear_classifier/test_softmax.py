"""Softmax and its losses against SciPy, scikit-learn, identities and the lecture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize._numdiff import approx_derivative
from scipy.special import log_softmax, rel_entr
from scipy.stats import entropy
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss


@pytest.fixture(scope="session")
def softmax_probabilities(reference):
    return reference.softmax.softmax_probabilities


@pytest.fixture(params=["softmax_loss_naive", "softmax_loss_vectorized"])
def softmax_loss(request, reference):
    """Each of the two implementations."""
    return getattr(reference.softmax, request.param)


def test_lecture_probabilities(softmax_probabilities):
    p = softmax_probabilities(np.array([3.2, 5.1, -1.7]))
    np.testing.assert_array_equal(p.round(2), [0.13, 0.87, 0.00])


def test_probabilities_are_scipys(softmax_probabilities, problem):
    scores = problem.X @ problem.W
    np.testing.assert_allclose(
        softmax_probabilities(scores), np.exp(log_softmax(scores, axis=1)), rtol=1e-12
    )


def test_one_example_is_a_row_of_many(softmax_probabilities, problem):
    scores = problem.X @ problem.W
    rows = [softmax_probabilities(row) for row in scores]
    np.testing.assert_array_equal(rows, softmax_probabilities(scores))


def test_probabilities_of_huge_scores(softmax_probabilities):
    scores = np.array([[1e4, -1e4, 0.0], [1e4, 1e4, 1e4], [-1e4, -1e4, -1e4 - 1]])
    e = np.e
    expected = [
        [1, 0, 0],
        [1 / 3, 1 / 3, 1 / 3],
        [e / (2 * e + 1), e / (2 * e + 1), 1 / (2 * e + 1)],
    ]
    np.testing.assert_allclose(softmax_probabilities(scores), expected, rtol=1e-12)


@settings(deadline=None)  # the machine may be busy
@given(
    scores=arrays(
        float, st.tuples(st.integers(1, 4), st.integers(1, 6)), elements=st.floats(-1e4, 1e4)
    ),
    offset=st.floats(-1e4, 1e4),
)
def test_probabilities_are_a_distribution_and_ignore_an_offset(
    softmax_probabilities, scores, offset
):
    p = softmax_probabilities(scores)
    assert p.shape == scores.shape
    assert (p >= 0).all()
    np.testing.assert_allclose(p.sum(axis=1), 1, rtol=1e-12)
    # Scores of 1e4 are known to 2e-12, and so are the probabilities.
    np.testing.assert_allclose(softmax_probabilities(scores + offset), p, rtol=1e-10, atol=1e-12)


def test_probabilities_keep_float32_and_the_scores(softmax_probabilities):
    scores = np.array([[1.0, 2.0], [-3e3, 5e3]], dtype=np.float32)
    scores.setflags(write=False)
    assert softmax_probabilities(scores).dtype == np.float32


def test_lecture_loss(softmax_loss, lecture):
    loss, _ = softmax_loss(lecture.W, lecture.X[:1], lecture.y[:1], reg=0.0)
    assert loss == pytest.approx(2.0404, abs=5e-5)


@pytest.mark.parametrize("num_classes", [2, 3, 10])
def test_loss_at_zero_weights_is_the_log_of_the_number_of_classes(softmax_loss, num_classes):
    X, y = np.ones((4, 3)), np.array([0, 1, 0, 1])
    loss, _ = softmax_loss(np.zeros((3, num_classes)), X, y, reg=1.0)
    assert loss == pytest.approx(np.log(num_classes), rel=1e-14)


def test_loss_is_scipys_log_softmax(softmax_loss, problem):
    log_p = log_softmax(problem.X @ problem.W, axis=1)
    expected = -np.mean(log_p[np.arange(len(problem.y)), problem.y])
    loss, _ = softmax_loss(problem.W, problem.X, problem.y, reg=0.0)
    assert loss == pytest.approx(expected, rel=1e-12)


def test_loss_is_scikit_learns_log_loss(softmax_loss, softmax_probabilities, problem):
    p = softmax_probabilities(problem.X @ problem.W)
    loss, _ = softmax_loss(problem.W, problem.X, problem.y, reg=0.0)
    assert loss == pytest.approx(log_loss(problem.y, p, labels=range(4)), rel=1e-12)


def test_gradient_vanishes_where_scikit_learn_finds_the_minimum(softmax_loss, blobs):
    # scikit-learn minimises C · Σᵢ Lᵢ + ½ Σ W². Divided by C·N, that is our loss with
    # reg = 1 / (2 C N). Its coef_ is (classes, features), as on the slide.
    C = 0.01
    model = LogisticRegression(C=C, fit_intercept=False, tol=1e-10, max_iter=1000)
    W = model.fit(blobs.X, blobs.y).coef_.T
    _, dW = softmax_loss(W, blobs.X, blobs.y, reg=1 / (2 * C * len(blobs.y)))
    np.testing.assert_allclose(dW, 0, atol=1e-7)
    assert np.abs(W).max() > 0.1  # the minimum is not at W = 0


def test_gradient_is_scipys_finite_difference(softmax_loss, problem):
    def loss_of(w):
        return softmax_loss(w.reshape(problem.W.shape), problem.X, problem.y, problem.reg)[0]

    _, dW = softmax_loss(problem.W, problem.X, problem.y, problem.reg)
    expected = approx_derivative(loss_of, problem.W.ravel(), method="3-point")
    np.testing.assert_allclose(dW.ravel(), expected, rtol=1e-7, atol=1e-9)


def test_gradient_over_the_classes_sums_to_that_of_the_regularization(softmax_loss, problem):
    # Probabilities sum to 1, and so does the one-hot target: their difference sums to 0.
    _, dW = softmax_loss(problem.W, problem.X, problem.y, problem.reg)
    expected = 2 * problem.reg * problem.W.sum(axis=1)
    np.testing.assert_allclose(dW.sum(axis=1), expected, rtol=1e-12, atol=1e-14)


def test_regularization_adds_the_sum_of_squares(softmax_loss, problem):
    loss, dW = softmax_loss(problem.W, problem.X, problem.y, reg=0.0)
    loss_reg, dW_reg = softmax_loss(problem.W, problem.X, problem.y, reg=0.5)
    assert loss_reg - loss == pytest.approx(0.5 * np.linalg.norm(problem.W) ** 2, rel=1e-12)
    np.testing.assert_allclose(dW_reg - dW, problem.W, rtol=1e-12)


def test_huge_scores(softmax_loss):
    # The correct class has probability exp(-20000), which is 0 in floating point: its logarithm
    # must come from the scores.
    X, y = np.array([[1e4, -1e4, 0.0], [1e4, -1e4, 0.0]]), np.array([0, 1])
    loss, dW = softmax_loss(np.eye(3), X, y, reg=0.0)
    assert loss == 20000 / 2
    np.testing.assert_array_equal(dW, X[1][:, np.newaxis] * [0.5, -0.5, 0.0])


@pytest.mark.parametrize("offset", [-1e4, 1e4])
def test_an_offset_of_the_scores_changes_nothing(softmax_loss, lecture, offset):
    # With W = I, an offset of a row of X is an offset of its scores.
    offsets = offset * np.array([[1.0], [2.0], [3.0]])
    loss, _ = softmax_loss(lecture.W, lecture.X + offsets, lecture.y, reg=0.0)
    expected, _ = softmax_loss(lecture.W, lecture.X, lecture.y, reg=0.0)
    assert loss == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize("number", [float, np.float32, np.float64])
def test_float32_stays_float32(softmax_loss, problem, number):
    # The strength of the regularization often is a float64 from np.logspace.
    W, X = problem.W.astype(np.float32), problem.X.astype(np.float32)
    loss, dW = softmax_loss(W, X, problem.y, number(problem.reg))
    expected_loss, expected_dW = softmax_loss(problem.W, problem.X, problem.y, problem.reg)
    assert dW.dtype == np.float32
    assert np.ndim(loss) == 0
    assert loss == pytest.approx(expected_loss, rel=1e-5)
    np.testing.assert_allclose(dW, expected_dW, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("dtype", [np.uint8, np.int32, np.int64])
def test_labels_of_any_integer_dtype(softmax_loss, problem, dtype):
    loss, _ = softmax_loss(problem.W, problem.X, problem.y.astype(dtype), problem.reg)
    assert loss == softmax_loss(problem.W, problem.X, problem.y, problem.reg)[0]


def test_arguments_are_not_changed(softmax_loss, problem):
    copies = [problem.W.copy(), problem.X.copy(), problem.y.copy()]
    for array in copies:
        array.setflags(write=False)  # writing to one raises
    _, dW = softmax_loss(*copies, problem.reg)
    dW += 1  # the caller's own: no view of an argument
    np.testing.assert_array_equal(copies[0], problem.W)


@settings(deadline=None)  # the machine may be busy
@given(data=st.data(), num_examples=st.integers(1, 6), num_features=st.integers(1, 5))
def test_naive_and_vectorized_agree(reference, data, num_examples, num_features):
    num_classes = data.draw(st.integers(2, 5))
    floats = st.floats(-30, 30)
    W = data.draw(arrays(float, (num_features, num_classes), elements=floats))
    X = data.draw(arrays(float, (num_examples, num_features), elements=floats))
    y = data.draw(arrays(int, num_examples, elements=st.integers(0, num_classes - 1)))
    reg = data.draw(st.floats(0, 3))

    naive_loss, naive_dW = reference.softmax.softmax_loss_naive(W, X, y, reg)
    loss, dW = reference.softmax.softmax_loss_vectorized(W, X, y, reg)
    # Scores reach 30 · 30 · 5 = 4500, so that probabilities are known to 1e-12 at best.
    assert loss == pytest.approx(naive_loss, rel=1e-10, abs=1e-10)
    assert dW.shape == W.shape
    np.testing.assert_allclose(dW, naive_dW, rtol=1e-9, atol=1e-9)


@pytest.fixture(scope="session")
def cross_entropy(reference):
    return reference.softmax.cross_entropy


@pytest.fixture(scope="session")
def kl_divergence(reference):
    return reference.softmax.kl_divergence


def test_lecture_divergences(cross_entropy, kl_divergence, softmax_probabilities):
    p, q = np.array([1.0, 0.0, 0.0]), softmax_probabilities(np.array([3.2, 5.1, -1.7]))
    assert cross_entropy(p, q) == pytest.approx(2.0404, abs=5e-5)
    assert kl_divergence(p, q) == cross_entropy(p, q)


# The scores of the wrong classes, and the loss with the correct score 10, and with 20.
VERSUS_SVM = [((-2.0, 3.0), "9.18e-04", "4.17e-08"), ((9.0, 9.0), "5.51e-01", "3.34e-05")]


@pytest.mark.parametrize(("wrong", "at_10", "at_20"), VERSUS_SVM)
def test_lecture_softmax_versus_svm(
    cross_entropy, softmax_probabilities, softmax_loss, wrong, at_10, at_20
):
    for correct_score, expected in [(10.0, at_10), (20.0, at_20)]:
        scores = np.array([correct_score, *wrong])
        loss, _ = softmax_loss(np.eye(3), scores[np.newaxis], np.array([0]), reg=0.0)
        q = softmax_probabilities(scores)
        assert f"{loss:.2e}" == f"{cross_entropy(np.array([1, 0, 0]), q):.2e}" == expected


@pytest.mark.parametrize("correct_score", [10.0, 20.0])
def test_lecture_softmax_versus_svm_far_away(cross_entropy, softmax_loss, correct_score):
    scores = np.array([[correct_score, -100.0, -100.0]])
    loss, _ = softmax_loss(np.eye(3), scores, np.array([0]), reg=0.0)
    assert abs(loss) < 1e-12


# Two distributions with zeros in them.
distributions = st.integers(1, 6).flatmap(
    lambda C: (
        arrays(float, (2, C), elements=st.integers(0, 8).map(float))
        .filter(lambda counts: counts.any(axis=1).all())
        .map(lambda counts: counts / counts.sum(axis=1, keepdims=True))
    )
)


@settings(deadline=None)  # the machine may be busy
@given(both=distributions)
def test_divergences_are_scipys(cross_entropy, kl_divergence, both):
    p, q = both
    expected = np.sum(rel_entr(p, q))
    assert kl_divergence(p, q) == pytest.approx(expected, rel=1e-12, abs=1e-14)
    assert cross_entropy(p, q) == pytest.approx(expected + entropy(p), rel=1e-12, abs=1e-14)


@settings(deadline=None)  # the machine may be busy
@given(scores=arrays(float, (2, 4), elements=st.floats(-20, 20)))
def test_kl_divergence_is_never_negative_and_0_for_equals(
    kl_divergence, softmax_probabilities, scores
):
    p, q = softmax_probabilities(scores)
    assert kl_divergence(p, q) > -1e-14
    assert kl_divergence(p, p) == 0


def test_cross_entropy_of_a_class_that_is_ruled_out(cross_entropy, kl_divergence):
    p, q = np.array([0.5, 0.5]), np.array([1.0, 0.0])
    assert cross_entropy(p, q) == kl_divergence(p, q) == np.inf
