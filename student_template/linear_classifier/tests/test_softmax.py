"""Public tests of softmax.py, on the lecture's example.

With W = I the scores XW are X itself, so that the lecture's scores serve as X.
"""

import numpy as np
import pytest
import softmax

W = np.eye(3)
X = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])  # images: cat, car, frog
Y = np.array([0, 1, 2])


@pytest.fixture(params=["softmax_loss_naive", "softmax_loss_vectorized"])
def softmax_loss(request):
    """Each of the two functions in turn."""
    return getattr(softmax, request.param)


def test_probabilities_of_one_image():
    np.testing.assert_allclose(
        softmax.softmax_probabilities(np.array([3.2, 5.1, -1.7])),
        [0.13, 0.87, 0.00],
        atol=0.005,
        err_msg="exponentiate the scores, then divide by their sum"
        " / возьмите экспоненту от оценок, затем поделите на сумму экспонент",
    )


def test_probabilities_of_several_images():
    p = softmax.softmax_probabilities(X)
    assert np.shape(p) == X.shape, (
        "one probability for each score / на каждую оценку одна вероятность"
    )
    np.testing.assert_allclose(
        np.sum(p, axis=1),
        [1, 1, 1],
        err_msg="divide each row by its own sum / делите каждую строку на её собственную сумму",
    )


def test_probabilities_of_huge_scores():
    np.testing.assert_allclose(
        softmax.softmax_probabilities(np.array([[10000.0, 0.0], [-10000.0, -10000.0]])),
        [[1, 0], [0.5, 0.5]],
        err_msg="subtract the largest score of each row before exp"
        " / перед exp вычтите из каждой строки её наибольшую оценку",
    )


@pytest.fixture(params=["cross_entropy", "kl_divergence"])
def divergence(request):
    """Each of the two functions in turn. They are the same where the target is one-hot."""
    return getattr(softmax, request.param)


def test_divergence_of_the_lecture(divergence):
    p, exps = np.array([1.0, 0.0, 0.0]), np.array([24.5325, 164.0219, 0.1827])
    assert divergence(p, exps / exps.sum()) == pytest.approx(2.0404, abs=1e-4), (
        "-log of the probability of the one class with p = 1; natural log, and 0 * log(0) is 0"
        " / -log вероятности единственного класса с p = 1; логарифм натуральный, 0 * log(0) = 0"
    )


def test_divergences_of_two_distributions():
    p, q = np.array([0.5, 0.5]), np.array([0.25, 0.75])
    assert softmax.cross_entropy(p, q) == pytest.approx(0.5 * np.log(4) + 0.5 * np.log(4 / 3)), (
        "-sum of p * log(q): the target p comes first / минус сумма p * log(q): p — цель"
    )
    assert softmax.kl_divergence(p, q) == pytest.approx(0.5 * np.log(4 / 3)), (
        "sum of p * log(p / q) / сумма p * log(p / q)"
    )


def test_divergence_where_both_are_zero(divergence):
    one_hot = np.array([0.0, 1.0, 0.0])
    assert divergence(one_hot, one_hot) == pytest.approx(0), (
        "a class with p = 0 adds nothing, also where q = 0"
        " / класс с p = 0 ничего не добавляет, даже когда q = 0"
    )


# "Softmax versus SVM": the scores of the two wrong classes, and the loss of the correct one when
# its score is 10, and when it is 20. SVM finds 0 everywhere.
@pytest.mark.parametrize(
    ("wrong_scores", "loss_at_10", "loss_at_20"),
    [((-2.0, 3.0), 9.18e-4, 4.17e-8), ((9.0, 9.0), 0.5514, 3.34e-5), ((-100.0, -100.0), 0, 0)],
)
def test_softmax_is_never_content(softmax_loss, wrong_scores, loss_at_10, loss_at_20):
    for correct_score, expected in [(10.0, loss_at_10), (20.0, loss_at_20)]:
        scores = np.array([[correct_score, *wrong_scores]])
        loss, _ = softmax_loss(W, scores, np.array([0]), 0.0)
        assert loss == pytest.approx(expected, rel=1e-3, abs=1e-12)
        q = softmax.softmax_probabilities(scores[0])
        entropy = softmax.cross_entropy(np.array([1.0, 0.0, 0.0]), q)
        assert entropy == pytest.approx(expected, rel=1e-3, abs=1e-12)


def test_loss_of_the_lecture(softmax_loss):
    loss, _ = softmax_loss(W, X[:1], Y[:1], 0.0)
    assert loss == pytest.approx(2.0404, abs=1e-4), (
        "the loss is -log of the probability of the correct class; log is natural"
        " / потери — это -log вероятности верного класса; логарифм натуральный"
    )


def test_loss_at_zero_weights(softmax_loss):
    loss, _ = softmax_loss(np.zeros((3, 3)), X, Y, 0.0)
    assert loss == pytest.approx(np.log(3)), (
        "with equal scores every class has the probability 1/C: the mean loss is ln C"
        " / при равных оценках вероятность каждого класса 1/C: средние потери равны ln C"
    )


def test_loss_of_huge_scores(softmax_loss):
    loss, _ = softmax_loss(np.eye(2), np.array([[10000.0, 0.0]]), np.array([1]), 0.0)
    assert loss == pytest.approx(10000), (
        "the probability rounds to 0: get its logarithm from the scores, log(sum(exp(s))) - s[y]"
        " / вероятность округляется до 0: логарифм берите через оценки, log(sum(exp(s))) - s[y]"
    )


def test_gradient(softmax_loss):
    # Equal scores: the probabilities are 1/2, and minus 1 at the correct class they are ±1/2.
    examples, labels = np.array([[2.0, 4.0], [6.0, 8.0]]), np.array([0, 1])
    _, dW = softmax_loss(np.zeros((2, 2)), examples, labels, 0.0)
    assert np.shape(dW) == (2, 2), "dW has the shape of W / форма dW такая же, как у W"
    np.testing.assert_allclose(
        dW,
        [[1, -1], [1, -1]],
        atol=1e-12,
        err_msg="column k of dW is the mean of (p_k - [k is the correct class]) * x"
        " / столбец k в dW — среднее значение (p_k - [k — верный класс]) * x",
    )


def test_regularization(softmax_loss):
    loss, dW = softmax_loss(W, X, Y, 0.0)
    loss_reg, dW_reg = softmax_loss(W, X, Y, 0.5)
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
    naive_loss, naive_dW = softmax.softmax_loss_naive(weights, examples, labels, 0.1)
    loss, dW = softmax.softmax_loss_vectorized(weights, examples, labels, 0.1)
    assert loss == pytest.approx(naive_loss), "the two losses differ / значения потерь различаются"
    np.testing.assert_allclose(
        dW, naive_dW, atol=1e-12, err_msg="the two gradients differ / градиенты различаются"
    )


def test_arguments_are_not_changed(softmax_loss):
    arguments = W.copy(), X.copy(), Y.copy()
    softmax_loss(*arguments, 0.1)
    for argument, original in zip(arguments, (W, X, Y), strict=True):
        np.testing.assert_array_equal(
            argument,
            original,
            err_msg="do not change W, X or y / не изменяйте W, X и y",
        )
