"""Public tests of linear_svm.py, on the lecture's example.

With W = I the scores XW are X itself, so that the lecture's score matrix serves as X.
"""

import linear_svm
import numpy as np
import pytest

W = np.eye(3)
X = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])  # images: cat, car, frog
Y = np.array([0, 1, 2])


@pytest.fixture(params=["svm_loss_naive", "svm_loss_vectorized"])
def svm_loss(request):
    """Each of the two functions in turn."""
    return getattr(linear_svm, request.param)


@pytest.mark.parametrize(("image", "expected"), [(0, 2.9), (1, 0.0), (2, 12.9)])
def test_loss_of_each_image(svm_loss, image, expected):
    loss, _ = svm_loss(W, X[[image]], Y[[image]], 0.0)
    assert loss == pytest.approx(expected), (
        "sum the margins of the wrong classes only, and only the positive ones"
        " / суммируйте отступы только неверных классов и только положительные"
    )


def test_loss_is_the_mean_over_images(svm_loss):
    loss, _ = svm_loss(W, X, Y, 0.0)
    assert loss == pytest.approx(5.2667, abs=1e-4), (
        "divide the sum over the images by N: (2.9 + 0 + 12.9) / 3"
        " / поделите сумму по изображениям на N: (2.9 + 0 + 12.9) / 3"
    )


def test_loss_at_zero_weights(svm_loss):
    loss, _ = svm_loss(np.zeros((3, 3)), X, Y, 0.0)
    assert loss == pytest.approx(2), (
        "with all scores 0 every wrong class has the margin 1: the loss is C - 1"
        " / когда все оценки равны 0, отступ каждого неверного класса равен 1: потери равны C - 1"
    )


def test_gradient(svm_loss):
    # Positive margins: image 0 has class 1, image 1 has none, image 2 has classes 0 and 1.
    _, dW = svm_loss(W, X, Y, 0.0)
    expected = np.column_stack([X[2] - X[0], X[0] + X[2], -2 * X[2]]) / 3
    assert np.shape(dW) == W.shape, "dW has the shape of W / форма dW такая же, как у W"
    np.testing.assert_allclose(
        dW,
        expected,
        atol=1e-12,
        err_msg="each positive margin adds x to the column of its class and subtracts x from the"
        " column of the correct class; then divide by N"
        " / каждый положительный отступ прибавляет x к столбцу своего класса и вычитает x из"
        " столбца верного класса; затем поделите на N",
    )


def test_regularization(svm_loss):
    loss, dW = svm_loss(W, X, Y, 0.0)
    loss_reg, dW_reg = svm_loss(W, X, Y, 0.5)
    assert loss_reg - loss == pytest.approx(0.5 * 3), (
        "add reg * sum(W**2), once, not divided by N"
        " / прибавьте reg * sum(W**2) один раз, на N не делите"
    )
    np.testing.assert_allclose(
        dW_reg - dW,
        W,
        atol=1e-12,
        err_msg="the gradient of reg * sum(W**2) is 2 * reg * W"
        " / градиент reg * sum(W**2) равен 2 * reg * W",
    )


def test_naive_and_vectorized_agree():
    rng = np.random.default_rng(0)
    weights, examples = rng.normal(size=(6, 4)), rng.normal(size=(20, 6))
    labels = rng.integers(4, size=20)
    naive_loss, naive_dW = linear_svm.svm_loss_naive(weights, examples, labels, 0.1)
    loss, dW = linear_svm.svm_loss_vectorized(weights, examples, labels, 0.1)
    assert loss == pytest.approx(naive_loss), "the two losses differ / значения потерь различаются"
    np.testing.assert_allclose(
        dW, naive_dW, atol=1e-12, err_msg="the two gradients differ / градиенты различаются"
    )


def test_arguments_are_not_changed(svm_loss):
    arguments = W.copy(), X.copy(), Y.copy()
    svm_loss(*arguments, 0.1)
    for argument, original in zip(arguments, (W, X, Y), strict=True):
        np.testing.assert_array_equal(
            argument,
            original,
            err_msg="do not change W, X or y / не изменяйте W, X и y",
        )
