"""The optimizers against closed forms, SciPy's minima, and what they must hand to the loss."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize


@pytest.fixture(scope="session")
def optimization(reference):
    return reference.optimization


def bowl(W, *_):
    """½ Σ W², with gradient W."""
    return 0.5 * np.sum(W**2), W


def rng(seed=0):
    return np.random.default_rng(seed)


class TestRandomSearch:
    """Strategy 1."""

    def test_it_returns_the_best_of_what_it_tried(self, optimization):
        tried = []
        W, best = optimization.random_search(
            lambda W: tried.append(W) or bowl(W - 1)[0], (2, 3), 100, 2.0, rng()
        )
        losses = [bowl(one - 1)[0] for one in tried]
        assert len(tried) == 100
        assert best == min(losses)
        assert type(best) is float
        np.testing.assert_array_equal(W, tried[np.argmin(losses)])
        assert 0 < np.argmin(losses) < 99  # neither the first nor the last

    def test_the_weights_are_normal_with_the_standard_deviation_asked_for(self, optimization):
        tried = []
        optimization.random_search(lambda W: tried.append(W) or 0.0, (50, 40), 10, 3.0, rng())
        weights = np.array(tried)
        assert weights.std() == pytest.approx(3, rel=0.02)  # of 20,000 numbers
        assert np.mean(np.abs(weights) < 3) == pytest.approx(0.6827, abs=0.01)

    def test_a_worse_loss_never_comes_back(self, optimization):
        losses = iter([5.0, 2.0, 3.0, 2.0, 9.0])
        tried = []
        W, best = optimization.random_search(
            lambda W: tried.append(W) or next(losses), (1,), 5, 1.0, rng()
        )
        assert best == 2
        assert W is tried[1]

    def test_infinite_losses_are_still_an_answer(self, optimization):
        W, best = optimization.random_search(lambda W: np.inf, (2,), 3, 1.0, rng())
        assert W.shape == (2,)
        assert best == np.inf

    def test_on_random_images_it_beats_chance(self, optimization, reference, blobs):
        def loss(W):
            return np.mean(reference.linear_svm.svm_losses(blobs.X @ W, blobs.y))

        W, _ = optimization.random_search(loss, (3, 3), 200, 1.0, rng())
        assert np.mean(np.argmax(blobs.X @ W, axis=1) == blobs.y) > 0.7


class TestGradientDescent:
    """Strategy 2, on all the data."""

    @settings(deadline=None)  # the machine may be busy
    @given(rate=st.floats(0.01, 1.5), steps=st.integers(0, 20))
    def test_steps_on_a_bowl_are_geometric(self, optimization, rate, steps):
        start = np.array([[3.0, -4.0]])
        W, history = optimization.gradient_descent(bowl, start, rate, steps)
        np.testing.assert_allclose(W, (1 - rate) ** steps * start, rtol=1e-9, atol=1e-12)
        expected = [12.5 * (1 - rate) ** (2 * step) for step in range(steps)]
        np.testing.assert_allclose(history, expected, rtol=1e-9, atol=1e-12)
        assert [type(loss) for loss in history] == [float] * steps

    def test_it_finds_scipys_minimum(self, optimization, reference, problem):
        def loss(W):
            return reference.softmax.softmax_loss_vectorized(W, problem.X, problem.y, problem.reg)

        def flat(w):
            value, dW = loss(w.reshape(problem.W.shape))
            return value, dW.ravel()

        W, history = optimization.gradient_descent(loss, problem.W, 0.5, 500)
        expected = minimize(flat, np.zeros(problem.W.size), jac=True, tol=1e-12)
        np.testing.assert_allclose(W.ravel(), expected.x, atol=1e-5)
        assert np.all(np.diff(history) < 1e-12)

    def test_the_start_is_not_changed(self, optimization):
        start = np.ones((2, 2))
        start.setflags(write=False)  # writing to it raises
        W, _ = optimization.gradient_descent(bowl, start, 0.1, 3)
        W += 1  # the caller's own


class TestSgd:
    """Strategy 2, on minibatches."""

    def batches(self, optimization, size, steps, seed=0):
        seen = []

        def loss(W, X_batch, y_batch):
            np.testing.assert_array_equal(3 * X_batch[:, 0], y_batch)  # the same rows of both
            seen.append(X_batch[:, 0])
            return 0.0, np.zeros_like(W)

        X = np.arange(40.0)[:, np.newaxis]
        optimization.sgd(loss, np.ones((1, 2)), X, 3 * X[:, 0], 0.1, size, steps, rng(seed))
        return np.array(seen)

    @pytest.mark.parametrize("size", [1, 16, 40])
    def test_minibatches_are_random_rows_without_repetition(self, optimization, size):
        batches = self.batches(optimization, size, 60)
        assert batches.shape == (60, size)
        assert all(len(set(batch)) == size for batch in batches)
        assert len(set(batches.ravel())) > 25  # about 31 of 40 come up where size is 1
        assert len({tuple(batch) for batch in batches}) > 20  # each step has its own

    def test_same_seed_same_minibatches(self, optimization):
        first, again, other = (self.batches(optimization, 16, 5, seed) for seed in (1, 1, 2))
        np.testing.assert_array_equal(first, again)
        assert not np.array_equal(first, other)

    def test_steps_on_a_bowl_are_geometric(self, optimization):
        start = np.array([[1.0, -2.0]])
        start.setflags(write=False)  # writing to it raises
        W, history = optimization.sgd(bowl, start, np.ones((5, 1)), np.ones(5), 0.25, 2, 4, rng())
        np.testing.assert_allclose(W, 0.75**4 * start, rtol=1e-14)
        # The loss of each step is the one before its update.
        np.testing.assert_allclose(history, [2.5 * 0.75 ** (2 * k) for k in range(4)], rtol=1e-14)
        assert [type(loss) for loss in history] == [float] * 4

    def test_a_minibatch_of_all_the_data_is_gradient_descent(
        self, optimization, reference, problem
    ):
        loss = reference.softmax.softmax_loss_vectorized
        N = len(problem.y)
        W, history = optimization.sgd(
            lambda W, X, y: loss(W, X, y, 0.1), problem.W, problem.X, problem.y, 0.5, N, 20, rng()
        )
        expected, expected_history = optimization.gradient_descent(
            lambda W: loss(W, problem.X, problem.y, 0.1), problem.W, 0.5, 20
        )
        np.testing.assert_allclose(W, expected, rtol=1e-10)
        np.testing.assert_allclose(history, expected_history, rtol=1e-12)

    def test_it_learns_separable_classes(self, optimization, reference, blobs):
        W, _ = optimization.sgd(
            lambda W, X, y: reference.softmax.softmax_loss_vectorized(W, X, y, 1e-3),
            np.zeros((3, 3)), blobs.X, blobs.y, 0.1, 32, 200, rng(),
        )  # fmt: skip
        assert np.mean(np.argmax(blobs.X @ W, axis=1) == blobs.y) == 1
