"""Public tests of k_nearest_neighbor.py."""

import numpy as np
import pytest
from k_nearest_neighbor import KNearestNeighbor


def trained(X, y):
    """A classifier that was trained on X and y."""
    model = KNearestNeighbor()
    model.train(X, y)
    return model


@pytest.fixture(params=["two_loops", "one_loop", "no_loops"])
def distances(request):
    """(X_train, X) → the distances, by each of the three functions in turn."""

    def compute(X_train, X):
        model = trained(X_train, np.zeros(len(X_train), int))
        return getattr(model, f"compute_distances_{request.param}")(X)

    return compute


def test_distances_by_hand(distances):
    X_train, X = np.array([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]]), np.array([[0.0, 0.0], [3.0, 0.0]])
    dists = distances(X_train, X)
    assert np.shape(dists) == (2, 3), (
        "a row for each row of X, a column for each training example"
        " / строка на каждую строку X, столбец на каждый обучающий пример"
    )
    np.testing.assert_allclose(
        dists,
        [[0, 5, 10], [3, 4, np.sqrt(73)]],
        atol=1e-6,
        err_msg="the root of the sum of squared differences: √(3² + 4²) = 5"
        " / корень из суммы квадратов разностей: √(3² + 4²) = 5",
    )


def test_distances_of_equal_examples(distances):
    X = 10 + np.random.default_rng(0).normal(size=(50, 20))
    dists = np.asarray(distances(X, X))
    assert not np.isnan(dists).any(), (
        "NaN: rounding makes a square a little negative, and it has no root"
        " / NaN: из-за округления квадрат немного меньше нуля, и корня из него нет"
    )
    np.testing.assert_allclose(
        np.diag(dists),
        0,
        atol=0.1,
        err_msg="an example is at distance 0 from itself / расстояние от примера до него же — 0",
    )


def test_distances_of_pixels(distances):
    X_train, X = np.array([[3, 100]], dtype=np.uint8), np.array([[5, 116]], dtype=np.uint8)
    np.testing.assert_allclose(
        distances(X_train, X),
        [[np.sqrt(2**2 + 16**2)]],
        err_msg="in uint8, 3 - 5 is 254 and 16 * 16 is 0: make floats of X and X_train first"
        " / в типе uint8 3 - 5 = 254, а 16 * 16 = 0: сначала переведите X и X_train в float",
    )


def test_data_are_not_changed(distances):
    X_train, X = np.array([[1.0, 2.0]]), np.array([[3.0, 4.0]])
    distances(X_train, X)
    assert (X_train.tolist(), X.tolist()) == ([[1, 2]], [[3, 4]]), (
        "work on copies of X and X_train / работайте с копиями X и X_train"
    )


@pytest.mark.parametrize(
    ("k", "expected"),
    [
        (1, 7),  # the label of the nearest
        (3, 7),  # two votes of three
        (4, 3),  # 7 and 3 have two votes each: the smaller
        (5, 3),  # 9 has one vote only
    ],
)
def test_labels_by_hand(k, expected):
    model = trained(np.zeros((5, 1)), np.array([9, 7, 3, 7, 3]))
    labels = model.predict_labels(np.array([[5.0, 1.0, 2.0, 3.0, 4.0]]), k=k)
    assert list(labels) == [expected], (
        "the commonest label among the k nearest; of several, the smallest"
        " / самая частая метка среди k ближайших, а если таких несколько — наименьшая"
    )


def test_predict():
    points = np.array([[0.0], [1.0], [2.0], [10.0], [11.0]])
    model = trained(points, np.array([1, 1, 1, 0, 0]))
    for num_loops in (0, 1, 2):
        labels = model.predict(np.array([[9.0], [0.4]]), k=3, num_loops=num_loops)
        assert list(labels) == [0, 1], (
            "distances by the function with num_loops loops, then predict_labels with this k"
            " / расстояния из функции с num_loops циклами, затем predict_labels с этим k"
        )


def test_unknown_number_of_loops():
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        trained(np.zeros((1, 1)), np.zeros(1, int)).predict(np.zeros((1, 1)), num_loops=3)
