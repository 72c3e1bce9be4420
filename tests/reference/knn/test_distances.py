"""The three distance functions against SciPy and identities."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.spatial.distance import cdist


@pytest.fixture(scope="session", params=["two_loops", "one_loop", "no_loops"])
def distances(request, trained):
    """(X_train, X) → the distances, by each of the three functions in turn."""

    def compute(X_train, X):
        model = trained(X_train, np.zeros(len(X_train), int))
        return getattr(model, f"compute_distances_{request.param}")(X)

    return compute


def draw_matrix(data, rows, columns, elements):
    return data.draw(arrays(float, (rows, columns), elements=elements))


@settings(deadline=None)  # the machine may be busy
@given(data=st.data(), rows=st.integers(1, 6), train_rows=st.integers(1, 6), D=st.integers(1, 5))
def test_agrees_with_scipy(distances, data, rows, train_rows, D):
    # Coordinates are multiples of 1/8, so that squares are exact and equal points give 0.
    elements = st.integers(-800, 800).map(lambda number: number / 8)
    X_train = draw_matrix(data, train_rows, D, elements)
    X = draw_matrix(data, rows, D, elements)
    dists = distances(X_train, X)
    assert dists.shape == (rows, train_rows)
    np.testing.assert_allclose(dists, cdist(X, X_train), rtol=1e-12)


@settings(deadline=None)
@given(data=st.data(), rows=st.integers(1, 5))
def test_is_a_metric(distances, data, rows):
    X = draw_matrix(data, rows, 3, st.floats(-100, 100))
    dists = distances(X, X)
    slack = 1e-5  # rounding in |x|² - 2xt + |t|² is about 1e-12 · 100², and its root 1e-4 / 100
    assert np.all(dists >= 0)
    np.testing.assert_allclose(np.diag(dists), 0, atol=slack)
    np.testing.assert_allclose(dists, dists.T, atol=slack)
    detours = dists[:, :, np.newaxis] + dists[np.newaxis, :, :]  # from i by j to k
    assert np.all(dists[:, np.newaxis, :] <= detours + slack)


def test_moves_and_rotations_change_nothing(distances):
    rng = np.random.default_rng(0)
    X_train, X = rng.normal(size=(7, 4)), rng.normal(size=(5, 4))
    rotation, _ = np.linalg.qr(rng.normal(size=(4, 4)))
    expected = distances(X_train, X)
    np.testing.assert_allclose(distances(X_train @ rotation, X @ rotation), expected, rtol=1e-10)
    np.testing.assert_allclose(distances(X_train + 3, X + 3), expected, rtol=1e-10)
    np.testing.assert_allclose(distances(3 * X_train, 3 * X), 3 * expected, rtol=1e-10)


def test_equal_points_far_from_the_origin(distances):
    # Here |x|² - 2xt + |t|² is as often a little below 0 as above it.
    X = 10 + np.random.default_rng(0).normal(size=(200, 30))
    dists = distances(X, X)
    assert np.all(np.isfinite(dists))
    np.testing.assert_allclose(np.diag(dists), 0, atol=1e-5)


def test_pixels(distances):
    X_train = np.array([[0, 255], [16, 3]], dtype=np.uint8)
    X = np.array([[255, 0], [0, 5]], dtype=np.uint8)
    np.testing.assert_allclose(distances(X_train, X), cdist(X.astype(float), X_train.astype(float)))


def test_float32_stays_as_precise_as_it_can(distances):
    rng = np.random.default_rng(0)
    X_train, X = rng.normal(size=(7, 50)), rng.normal(size=(5, 50))
    dists = distances(X_train.astype(np.float32), X.astype(np.float32))
    np.testing.assert_allclose(dists, cdist(X, X_train), rtol=1e-5)


def test_the_data_are_not_changed(distances):
    X_train, X = np.ones((3, 2)), np.zeros((2, 2))
    X_train.setflags(write=False)  # writing to it raises
    X.setflags(write=False)
    distances(X_train, X)
