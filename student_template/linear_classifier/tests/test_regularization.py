"""Public tests of regularization.py, on the lecture's weights."""

import numpy as np
import pytest
import regularization

# With x = [1, 1, 1, 1] both have the score 1.
W1 = np.array([1.0, 0.0, 0.0, 0.0])
W2 = np.array([0.25, 0.25, 0.25, 0.25])

W = np.array([[1.0, -2.0, 3.0], [-0.5, 0.5, 4.0]])


@pytest.mark.parametrize(("weights", "expected"), [(W1, 1.0), (W2, 0.25)])
def test_l2_prefers_the_spread_weights(weights, expected):
    value, _ = regularization.l2(weights)
    assert value == pytest.approx(expected), (
        "the sum of the squares: 1 for w1, 0.25 for w2 / сумма квадратов: 1 для w1 и 0.25 для w2"
    )


@pytest.mark.parametrize("weights", [W1, W2])
def test_l1_does_not_choose(weights):
    value, _ = regularization.l1(weights)
    assert value == pytest.approx(1), (
        "the sum of the absolute values: 1 for w1 and for w2 / сумма модулей: 1 и для w1, и для w2"
    )


def test_elastic_net_is_a_mixture():
    assert regularization.elastic_net(W1, 0.5)[0] == pytest.approx(1.5)
    assert regularization.elastic_net(W2, 0.5)[0] == pytest.approx(1.125), (
        "beta * W² + |W|, summed / сумма beta * W² + |W|"
    )


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("l2", (), [[2, -4, 6], [-1, 1, 8]]),
        ("l1", (), [[1, -1, 1], [-1, 1, 1]]),
        ("elastic_net", (0.5,), [[2, -3, 4], [-1.5, 1.5, 5]]),
    ],
)
def test_gradient(name, arguments, expected):
    _, dW = getattr(regularization, name)(W, *arguments)
    np.testing.assert_allclose(
        dW,
        expected,
        err_msg="the derivative of w² is 2w, that of |w| is the sign of w"
        " / производная w² равна 2w, а производная |w| — знаку w",
    )


@pytest.mark.parametrize(("name", "arguments"), [("l2", ()), ("l1", ()), ("elastic_net", (0.5,))])
def test_weights_are_not_changed(name, arguments):
    weights = W.copy()
    getattr(regularization, name)(weights, *arguments)
    np.testing.assert_array_equal(weights, W, err_msg="do not change W / не изменяйте W")
