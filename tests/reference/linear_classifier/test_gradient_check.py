"""The numerical gradient against closed forms, SciPy and the lecture; the relative error."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy.optimize._numdiff import approx_derivative

SCHEMES = ["central", "forward"]


@pytest.fixture(scope="session")
def numerical_gradient(reference):
    return reference.gradient_check.numerical_gradient


@pytest.fixture(scope="session")
def relative_error(reference):
    return reference.gradient_check.relative_error


def test_lecture_numbers(numerical_gradient):
    # A loss that knows only the four points of the slide: any other call is a KeyError.
    W, h = np.array([0.34, -1.11, 0.78]), 1e-4
    losses = {
        (0.34, -1.11, 0.78): 1.25347,
        (0.34 + h, -1.11, 0.78): 1.25322,
        (0.34, -1.11 + h, 0.78): 1.25353,
        (0.34, -1.11, 0.78 + h): 1.25347,
    }
    gradient = numerical_gradient(lambda w: losses[tuple(w)], W, h=h, scheme="forward")
    np.testing.assert_allclose(gradient, [-2.5, 0.6, 0.0], atol=1e-9)


@pytest.mark.parametrize(("scheme", "tolerance"), [("central", 1e-9), ("forward", 1e-4)])
@settings(deadline=None)  # the machine may be busy
@given(x=arrays(float, array_shapes(min_dims=1, max_dims=3, max_side=4), elements=st.floats(-3, 3)))
def test_closed_form(numerical_gradient, scheme, tolerance, x):
    gradient = numerical_gradient(lambda x: np.sum(np.sin(x)), x, scheme=scheme)
    assert gradient.shape == x.shape
    np.testing.assert_allclose(gradient, np.cos(x), atol=tolerance)


def test_central_is_exact_for_a_parabola_and_forward_is_off_by_h(numerical_gradient):
    x, h = np.array([1.0, -2.0]), 0.5
    central = numerical_gradient(lambda x: np.sum(x**2), x, h=h)
    forward = numerical_gradient(lambda x: np.sum(x**2), x, h=h, scheme="forward")
    np.testing.assert_allclose(central, 2 * x, rtol=1e-14)
    np.testing.assert_allclose(forward, 2 * x + h, rtol=1e-14)


def test_agrees_with_scipy(numerical_gradient, problem):
    def f(w):
        return np.sum(np.exp(problem.X @ w))

    w = problem.W[:, 0]
    expected = approx_derivative(f, w, method="3-point")
    np.testing.assert_allclose(numerical_gradient(f, w), expected, rtol=1e-7)


def test_checks_the_losses(numerical_gradient, relative_error, reference, problem):
    # What the module is for. The tolerance is the one of its documentation.
    for loss in (
        reference.linear_svm.svm_loss_vectorized,
        reference.softmax.softmax_loss_vectorized,
    ):
        _, dW = loss(problem.W, problem.X, problem.y, problem.reg)
        numerical = numerical_gradient(
            lambda W, loss=loss: loss(W, problem.X, problem.y, problem.reg)[0], problem.W
        )
        assert relative_error(dW, numerical) < 1e-6


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("dtype", [np.int64, np.float32, np.float64])
def test_the_point_is_not_changed(numerical_gradient, scheme, dtype):
    x = np.array([[1, -2], [3, 0]], dtype=dtype)
    x.setflags(write=False)  # writing to it raises
    gradient = numerical_gradient(lambda x: np.sum(x**2), x, scheme=scheme)
    assert gradient.dtype == np.float64  # a step of 1e-5 is lost in float32, and all of it in int
    np.testing.assert_allclose(gradient, 2 * x.astype(float), atol=2e-5)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_function_that_spoils_its_argument_does_no_harm(numerical_gradient, scheme):
    def f(x):
        value = np.sum(x**2)
        x[...] = 100
        return value

    x = np.array([1.0, 2.0])
    np.testing.assert_allclose(numerical_gradient(f, x, scheme=scheme), [2, 4], atol=2e-5)
    np.testing.assert_array_equal(x, [1, 2])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("shape", [(), (0,), (3, 0), (1,), (2, 1, 3)])
def test_any_shape(numerical_gradient, scheme, shape):
    gradient = numerical_gradient(lambda x: 3 * np.sum(x), np.ones(shape), scheme=scheme)
    np.testing.assert_allclose(gradient, np.full(shape, 3.0), rtol=1e-9, strict=True)


@pytest.mark.parametrize(("scheme", "calls"), [("central", 12), ("forward", 7)])
def test_number_of_calls(numerical_gradient, scheme, calls):
    count = 0

    def f(x):
        nonlocal count
        count += 1
        return np.sum(x)

    numerical_gradient(f, np.zeros((2, 3)), scheme=scheme)
    assert count == calls


def test_unknown_scheme(numerical_gradient):
    with pytest.raises(ValueError, match="must be 'central' or 'forward', got 'backward'"):
        numerical_gradient(np.sum, np.zeros(2), scheme="backward")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (1.0, 1.0, 0.0),
        (1.0, 3.0, 0.5),
        (1.0, -1.0, 1.0),
        ([1.0, 2.0], [1.0, 2.2], 0.2 / 4.2),  # the largest of all elements
        ([[1.0], [-2.0]], [[1.0], [-2.2]], 0.2 / 4.2),
        (0.0, 0.0, 0.0),
        (0.0, 1e-3, 1.0),
        (0.0, 1e-10, 1e-2),  # below 1e-8 the difference is no longer judged by itself
        (np.array([2], np.uint8), np.array([3], np.uint8), 0.2),  # 2 - 3 is 255 in uint8
    ],
)
def test_relative_error(relative_error, a, b, expected):
    assert relative_error(a, b) == pytest.approx(expected, rel=1e-12)
    assert relative_error(b, a) == relative_error(a, b)


def test_relative_error_does_not_hide_nan(relative_error):
    assert np.isnan(relative_error(np.array([1.0, np.nan]), np.array([1.0, 1.0])))
