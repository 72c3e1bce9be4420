"""Regularization against norms, scikit-learn's penalties, SciPy's differences and the lecture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.optimize._numdiff import approx_derivative
from sklearn.linear_model import ElasticNet

# Away from the kink of |w|, by more than the step of the finite differences.
away_from_0 = st.floats(0.01, 10).flatmap(lambda w: st.sampled_from([w, -w]))
weights = arrays(float, array_shapes(min_dims=1, max_dims=3, max_side=4), elements=away_from_0)


@pytest.fixture(scope="module", params=["l2", "l1", "elastic_net"])
def regularizer(request, reference):
    """Each of the three as a function of W alone."""
    function = getattr(reference.regularization, request.param)
    return (lambda W: function(W, 0.3)) if request.param == "elastic_net" else function


def test_lecture_numbers(reference):
    w1, w2 = np.array([1.0, 0, 0, 0]), np.full(4, 0.25)
    assert w1.sum() == w2.sum() == 1  # the scores of [1, 1, 1, 1]
    assert [reference.regularization.l2(w)[0] for w in (w1, w2)] == [1, 0.25]
    assert [reference.regularization.l1(w)[0] for w in (w1, w2)] == [1, 1]


@settings(deadline=None)  # the machine may be busy
@given(W=weights)
def test_values_are_norms(reference, W):
    l2, l1 = np.linalg.norm(W.ravel()) ** 2, np.linalg.norm(W.ravel(), 1)
    assert reference.regularization.l2(W)[0] == pytest.approx(l2, rel=1e-12)
    assert reference.regularization.l1(W)[0] == pytest.approx(l1, rel=1e-12)


@settings(deadline=None)  # the machine may be busy
@given(W=weights)
def test_gradient_is_scipys_finite_difference(regularizer, W):
    _, dW = regularizer(W)
    expected = approx_derivative(lambda w: regularizer(w)[0], W.ravel(), abs_step=1e-3)
    assert dW.shape == W.shape
    np.testing.assert_allclose(dW.ravel(), expected, rtol=1e-7, atol=1e-7)


@settings(deadline=None)  # the machine may be busy
@given(W=weights, beta=st.floats(0, 5))
def test_elastic_net_is_a_mixture(reference, W, beta):
    value, dW = reference.regularization.elastic_net(W, beta)
    (l2, dW_l2), (l1, dW_l1) = reference.regularization.l2(W), reference.regularization.l1(W)
    assert value == pytest.approx(beta * l2 + l1, rel=1e-12)
    np.testing.assert_allclose(dW, beta * dW_l2 + dW_l1, rtol=1e-12)


def test_gradient_vanishes_where_scikit_learn_finds_the_minimum(reference):
    # scikit-learn minimises |y - Xw|² / 2N + α ρ |w| + ½ α (1 - ρ) w². With w nowhere 0 that is
    # a data loss and λ = α ρ times our elastic net with β = (1 - ρ) / 2ρ.
    rng = np.random.default_rng(0)
    X, w = rng.normal(size=(50, 4)), np.array([3.0, -2.0, 1.5, -1.0])
    y, alpha, rho = X @ w, 0.2, 0.4
    model = ElasticNet(alpha=alpha, l1_ratio=rho, fit_intercept=False, tol=1e-12).fit(X, y)
    assert model.coef_.all()
    _, dW = reference.regularization.elastic_net(model.coef_, (1 - rho) / (2 * rho))
    slope_of_the_data = -X.T @ (y - X @ model.coef_) / len(y)
    np.testing.assert_allclose(slope_of_the_data, -alpha * rho * dW, rtol=1e-6)


def test_the_kink_has_the_slope_0(reference):
    W = np.array([[0.0, -0.0], [2.0, -3.0]])
    _, dW = reference.regularization.l1(W)
    np.testing.assert_array_equal(dW, [[0, 0], [1, -1]])
    _, dW = reference.regularization.elastic_net(W, 0.5)
    np.testing.assert_array_equal(dW, [[0, 0], [3, -4]])


def test_weights_are_not_changed(regularizer):
    W = np.array([[1.0, -2.0]])
    W.setflags(write=False)  # writing to it raises
    _, dW = regularizer(W)
    dW += 1  # the caller's own: no view of W
