"""Public tests of optimization.py, with losses of their own: yours are not needed here."""

import numpy as np
import optimization
import pytest


def bowl(W):
    """½ Σ W², whose gradient is W."""
    return 0.5 * np.sum(W**2), W.copy()


def test_random_search_keeps_the_best():
    tried = []

    def loss(W):
        tried.append(W.copy())
        return float(np.sum(np.abs(W - 1)))

    rng = np.random.default_rng(0)
    W, best = optimization.random_search(loss, (2, 3), num_tries=50, scale=2.0, rng=rng)
    losses = [np.sum(np.abs(one - 1)) for one in tried]
    assert len(tried) == 50, "num_tries different W / попыток должно быть num_tries"
    assert best == pytest.approx(min(losses)), "the smallest loss / наименьшие потери"
    np.testing.assert_array_equal(
        W, tried[np.argmin(losses)], err_msg="the W of the smallest loss / W с наименьшими потерями"
    )
    assert 1.5 < np.std(tried) < 2.5, "scale * rng.normal(size=shape)"


def test_gradient_descent():
    start = np.array([[8.0, -4.0]])
    W, history = optimization.gradient_descent(bowl, start, learning_rate=0.5, num_steps=3)
    np.testing.assert_allclose(
        W,
        [[1.0, -0.5]],
        err_msg="each step: W - learning_rate * dW, with the gradient at the new W"
        " / на каждом шаге: W - learning_rate * dW, градиент — в новой точке W",
    )
    assert list(history) == pytest.approx([40, 10, 2.5]), (
        "the loss before each step / потери перед каждым шагом"
    )
    np.testing.assert_array_equal(
        start, [[8.0, -4.0]], err_msg="do not change the W you were given / не изменяйте данную W"
    )


@pytest.mark.parametrize("batch_size", [32, 64, 128])
def test_sgd_draws_minibatches(batch_size):
    batches = []

    def loss_and_grad(W, X_batch, y_batch):
        batches.append(y_batch)
        np.testing.assert_array_equal(
            X_batch[:, 0],
            y_batch,
            err_msg="take the same rows of X and y / берите одни и те же строки из X и y",
        )
        return bowl(W)

    X, y, start = np.arange(200.0).reshape(200, 1), np.arange(200), np.array([[8.0]])
    rng = np.random.default_rng(0)
    W, history = optimization.sgd(loss_and_grad, start, X, y, 0.5, batch_size, 3, rng)
    assert [len(batch) for batch in batches] == [batch_size] * 3, (
        "batch_size rows in each step / на каждом шаге batch_size строк"
    )
    assert len({tuple(batch) for batch in batches}) == 3, (
        "draw a new minibatch in each step / на каждом шаге выбирайте новый мини-батч"
    )
    np.testing.assert_allclose(W, [[1.0]], err_msg="W - learning_rate * dW")
    assert list(history) == pytest.approx([32, 8, 2]), (
        "the loss before each step / потери перед каждым шагом"
    )
    np.testing.assert_array_equal(
        start, [[8.0]], err_msg="do not change the W you were given / не изменяйте данную W"
    )


def test_randomness_comes_from_rng():
    def results(seed):
        rng = np.random.default_rng(seed)
        best, _ = optimization.random_search(np.sum, (2, 2), 5, 1.0, rng)
        X, y = np.arange(50.0).reshape(50, 1), np.arange(50)
        W, _ = optimization.sgd(
            lambda W, X_batch, y_batch: (0.0, np.mean(X_batch)), best, X, y, 0.1, 8, 5, rng
        )
        return W

    np.testing.assert_array_equal(
        results(1), results(1), err_msg="draw from rng only / случайные числа — только из rng"
    )
    assert not np.array_equal(results(1), results(2))
