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


@pytest.mark.parametrize(
    ("variant", "expected", "mean"),
    [
        ({}, [2.9, 0.0, 12.9], 5.267),
        ({"include_correct": True}, [3.9, 1.0, 13.9], 6.267),  # Q4
        ({"reduction": "mean"}, [1.45, 0.0, 6.45], 2.633),  # Q5
        ({"squared": True}, [8.41, 0.0, 83.25], 30.553),  # Q6
    ],
)
def test_losses_of_the_lecture(variant, expected, mean):
    losses = linear_svm.svm_losses(X, Y, **variant)
    np.testing.assert_allclose(
        losses,
        expected,
        atol=1e-9,
        err_msg="one loss for each image: 2.9, 0, 12.9; Q4 adds 1 to each, Q5 divides by C - 1,"
        " Q6 squares each margin before the sum"
        " / потери каждой картинки: 2.9, 0, 12.9; Q4 прибавляет к каждой 1, Q5 делит на C - 1,"
        " Q6 возводит в квадрат каждый отступ до суммирования",
    )
    assert np.mean(losses) == pytest.approx(mean, abs=1e-3)


def test_losses_with_another_margin():
    losses = linear_svm.svm_losses(X, Y, delta=2.0)
    np.testing.assert_allclose(
        losses,
        [3.9, 0, 14.9],
        atol=1e-9,
        err_msg="delta stands in place of 1 in each margin / delta заменяет 1 в каждом отступе",
    )


@pytest.mark.parametrize("correct_score", [10.0, 20.0])
def test_losses_once_the_margin_holds(correct_score):
    # Softmax goes on improving these scores, see test_softmax.py; SVM is content.
    scores = np.array([[0.0, -2.0, 3.0], [0.0, 9.0, 9.0], [0.0, -100.0, -100.0]])
    scores[:, 0] = correct_score
    np.testing.assert_array_equal(
        linear_svm.svm_losses(scores, np.zeros(3, int)),
        [0, 0, 0],
        err_msg="no wrong score comes nearer than 1 to the correct one"
        " / ни одна неверная оценка не подходит к верной ближе чем на 1",
    )


def test_losses_with_an_unknown_reduction():
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        linear_svm.svm_losses(X, Y, reduction="max")
