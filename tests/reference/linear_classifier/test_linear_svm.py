"""The SVM losses against scikit-learn, SciPy's finite differences, identities and the lecture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize._numdiff import approx_derivative
from sklearn.metrics import hinge_loss


@pytest.fixture(params=["svm_loss_naive", "svm_loss_vectorized"])
def svm_loss(request, reference):
    """Each of the two implementations."""
    return getattr(reference.linear_svm, request.param)


@pytest.mark.parametrize(("image", "expected"), [(0, 2.9), (1, 0.0), (2, 12.9)])
def test_lecture_number_of_each_image(svm_loss, lecture, image, expected):
    one = slice(image, image + 1)
    loss, _ = svm_loss(lecture.W, lecture.X[one], lecture.y[one], reg=0.0)
    assert loss == pytest.approx(expected, abs=1e-12)


def test_lecture_mean(svm_loss, lecture):
    loss, _ = svm_loss(lecture.W, lecture.X, lecture.y, reg=0.0)
    assert loss == pytest.approx(5.2667, abs=5e-5)


@pytest.mark.parametrize("num_classes", [2, 3, 10])
def test_loss_at_zero_weights_is_one_less_than_the_number_of_classes(svm_loss, num_classes):
    X, y = np.ones((4, 3)), np.array([0, 1, 0, 1])
    loss, _ = svm_loss(np.zeros((3, num_classes)), X, y, reg=1.0)
    assert loss == num_classes - 1


def test_two_classes_are_scikit_learns_binary_hinge_loss(svm_loss, problem):
    # With more classes scikit-learn takes the largest violation of an example (Crammer and
    # Singer), the lecture their sum (Weston and Watkins): with one wrong class they are the same.
    W, y = problem.W[:, :2], problem.y % 2
    scores = problem.X @ W
    loss, _ = svm_loss(W, problem.X, y, reg=0.0)
    assert loss == pytest.approx(hinge_loss(2 * y - 1, scores[:, 1] - scores[:, 0]), rel=1e-12)


def test_one_violated_margin_is_scikit_learns_multiclass_hinge_loss(svm_loss):
    # Sum and maximum agree, too, where no example violates more than one margin.
    scores = np.array([[3.0, 2.5, -9.0], [1.0, 0.0, 9.0], [-9.0, 4.5, 4.0], [0.0, 5.0, 0.0]])
    y = np.array([0, 2, 2, 1])
    loss, _ = svm_loss(np.eye(3), scores, y, reg=0.0)
    assert loss == pytest.approx(hinge_loss(y, scores), rel=1e-12)


def test_gradient_is_scipys_finite_difference(svm_loss, problem):
    def loss_of(w):
        return svm_loss(w.reshape(problem.W.shape), problem.X, problem.y, problem.reg)[0]

    _, dW = svm_loss(problem.W, problem.X, problem.y, problem.reg)
    expected = approx_derivative(loss_of, problem.W.ravel(), method="3-point")
    np.testing.assert_allclose(dW.ravel(), expected, rtol=1e-7, atol=1e-9)


def test_gradient_over_the_classes_sums_to_that_of_the_regularization(svm_loss, problem):
    # What an example takes from one score, it gives to another.
    _, dW = svm_loss(problem.W, problem.X, problem.y, problem.reg)
    expected = 2 * problem.reg * problem.W.sum(axis=1)
    np.testing.assert_allclose(dW.sum(axis=1), expected, rtol=1e-12, atol=1e-14)


def test_regularization_adds_the_sum_of_squares(svm_loss, problem):
    loss, dW = svm_loss(problem.W, problem.X, problem.y, reg=0.0)
    loss_reg, dW_reg = svm_loss(problem.W, problem.X, problem.y, reg=0.5)
    assert loss_reg - loss == pytest.approx(0.5 * np.linalg.norm(problem.W) ** 2, rel=1e-12)
    np.testing.assert_allclose(dW_reg - dW, problem.W, rtol=1e-12)


def test_a_margin_of_exactly_zero_has_no_gradient(svm_loss):
    loss, dW = svm_loss(np.eye(2), np.array([[3.0, 2.0]]), np.array([0]), reg=0.0)
    assert loss == 0
    np.testing.assert_array_equal(dW, 0)


def test_huge_scores(svm_loss):
    X, y = np.array([[1e4, -1e4, 0.0], [1e4, -1e4, 0.0]]), np.array([0, 1])
    loss, dW = svm_loss(np.eye(3), X, y, reg=0.0)
    assert loss == (20001 + 10001) / 2
    np.testing.assert_array_equal(dW, X[1][:, np.newaxis] * [0.5, -1.0, 0.5])


@pytest.mark.parametrize("offset", [-1e4, 1e4])
def test_an_offset_of_the_scores_changes_nothing(svm_loss, lecture, offset):
    offsets = offset * np.array([[1.0], [2.0], [3.0]])
    loss, _ = svm_loss(lecture.W, lecture.X + offsets, lecture.y, reg=0.0)
    assert loss == pytest.approx(15.8 / 3, rel=1e-10)


@pytest.mark.parametrize("number", [float, np.float32, np.float64])
def test_float32_stays_float32(svm_loss, problem, number):
    # The strength of the regularization often is a float64 from np.logspace.
    W, X = problem.W.astype(np.float32), problem.X.astype(np.float32)
    loss, dW = svm_loss(W, X, problem.y, number(problem.reg))
    expected_loss, expected_dW = svm_loss(problem.W, problem.X, problem.y, problem.reg)
    assert dW.dtype == np.float32
    assert np.ndim(loss) == 0
    assert loss == pytest.approx(expected_loss, rel=1e-5)
    np.testing.assert_allclose(dW, expected_dW, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("dtype", [np.uint8, np.int32, np.int64])
def test_labels_of_any_integer_dtype(svm_loss, problem, dtype):
    loss, _ = svm_loss(problem.W, problem.X, problem.y.astype(dtype), problem.reg)
    assert loss == svm_loss(problem.W, problem.X, problem.y, problem.reg)[0]


def test_arguments_are_not_changed(svm_loss, problem):
    copies = [problem.W.copy(), problem.X.copy(), problem.y.copy()]
    for array in copies:
        array.setflags(write=False)  # writing to one raises
    _, dW = svm_loss(*copies, problem.reg)
    dW += 1  # the caller's own: no view of an argument
    np.testing.assert_array_equal(copies[0], problem.W)


@settings(deadline=None)  # the machine may be busy
@given(data=st.data(), num_examples=st.integers(1, 6), num_features=st.integers(1, 5))
def test_naive_and_vectorized_agree(reference, data, num_examples, num_features):
    # Multiples of 1/8 are exact in floating point: both sides see the same margins at the kink.
    num_classes = data.draw(st.integers(2, 5))
    eighths = st.integers(-80, 80).map(lambda n: n / 8)
    W = data.draw(arrays(float, (num_features, num_classes), elements=eighths))
    X = data.draw(arrays(float, (num_examples, num_features), elements=eighths))
    y = data.draw(arrays(int, num_examples, elements=st.integers(0, num_classes - 1)))
    reg = data.draw(st.sampled_from([0.0, 0.125, 3.0]))

    naive_loss, naive_dW = reference.linear_svm.svm_loss_naive(W, X, y, reg)
    loss, dW = reference.linear_svm.svm_loss_vectorized(W, X, y, reg)
    assert loss == pytest.approx(naive_loss, rel=1e-12)
    assert dW.shape == W.shape
    np.testing.assert_allclose(dW, naive_dW, rtol=1e-12, atol=1e-12)


@pytest.fixture(scope="session")
def svm_losses(reference):
    return reference.linear_svm.svm_losses


VARIANTS = {
    "plain": ({}, [2.9, 0.0, 12.9]),
    "Q4": ({"include_correct": True}, [3.9, 1.0, 13.9]),
    "Q5": ({"reduction": "mean"}, [1.45, 0.0, 6.45]),
    "Q6": ({"squared": True}, [8.41, 0.0, 83.25]),
}


@pytest.mark.parametrize(("variant", "expected"), VARIANTS.values(), ids=VARIANTS.keys())
def test_lecture_losses(svm_losses, lecture, variant, expected):
    np.testing.assert_allclose(svm_losses(lecture.X, lecture.y, **variant), expected, atol=1e-12)


def test_lecture_mean_of_squared_losses(svm_losses, lecture):
    assert np.mean(svm_losses(lecture.X, lecture.y, squared=True)).round(3) == 30.553


@pytest.mark.parametrize("correct_score", [10, 20])
def test_losses_of_the_lecture_vanish_once_the_margin_holds(svm_losses, correct_score):
    scores = np.array([[0.0, -2.0, 3.0], [0.0, 9.0, 9.0], [0.0, -100.0, -100.0]])
    scores[:, 0] = correct_score
    np.testing.assert_array_equal(svm_losses(scores, np.zeros(3, int)), [0, 0, 0])


def test_their_mean_is_the_loss_of_the_weights(svm_losses, reference, problem):
    loss, _ = reference.linear_svm.svm_loss_naive(problem.W, problem.X, problem.y, reg=0.0)
    losses = svm_losses(problem.X @ problem.W, problem.y)
    assert np.mean(losses) == pytest.approx(loss, rel=1e-12)


eighths = st.integers(-80, 80).map(lambda n: n / 8)  # exact in floating point, sums and squares too


@settings(deadline=None)  # the machine may be busy
@given(
    data=st.data(),
    scores=arrays(float, st.tuples(st.integers(1, 5), st.integers(2, 5)), elements=eighths),
    delta=st.integers(1, 40).map(lambda n: n / 8),
    squared=st.booleans(),
    include_correct=st.booleans(),
    reduction=st.sampled_from(["sum", "mean"]),
)
def test_losses_are_the_sums_written_out(
    svm_losses, data, scores, delta, squared, include_correct, reduction
):
    C = scores.shape[1]
    y = data.draw(arrays(int, len(scores), elements=st.integers(0, C - 1)))
    losses = svm_losses(scores, y, delta, squared, include_correct, reduction)
    for s, label, loss in zip(scores, y, losses, strict=True):
        classes = [j for j in range(C) if j != label or include_correct]
        margins = [max(0.0, s[j] - s[label] + delta) for j in classes]
        total = sum(margin**2 if squared else margin for margin in margins)
        assert loss == (total / (C - 1) if reduction == "mean" else total)


def test_losses_leave_the_scores_alone(svm_losses, lecture):
    scores = lecture.X.copy()
    scores.setflags(write=False)  # writing to it raises
    svm_losses(scores, lecture.y, squared=True)


def test_losses_with_an_unknown_reduction(svm_losses, lecture):
    with pytest.raises(ValueError, match="must be 'sum' or 'mean', got 'max'"):
        svm_losses(lecture.X, lecture.y, reduction="max")
