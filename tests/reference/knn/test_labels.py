"""Prediction from distances against scikit-learn and by hand; and what `predict` hands on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.neighbors import KNeighborsClassifier


@settings(deadline=None)  # the machine may be busy
@given(data=st.data(), num_train=st.integers(1, 9), num_test=st.integers(1, 4))
def test_agrees_with_scikit_learn(trained, data, num_train, num_test):
    # Ties between labels go to the smallest there, too; no two distances of a row are equal.
    y = data.draw(arrays(int, num_train, elements=st.integers(0, 20)))
    k = data.draw(st.integers(1, num_train))
    rows = [data.draw(st.permutations(range(num_train))) for _ in range(num_test)]
    dists = np.array(rows) + 0.5
    oracle = KNeighborsClassifier(k, metric="precomputed").fit(np.zeros((num_train, num_train)), y)
    labels = trained(np.zeros((num_train, 1)), y).predict_labels(dists, k=k)
    np.testing.assert_array_equal(labels, oracle.predict(dists))


@pytest.mark.parametrize(
    ("k", "expected"),
    [
        (1, 7),
        (2, 3),  # 7 and 3 have one vote each
        (3, 7),
        (4, 3),  # 7 and 3 have two votes each, 7 is nearer
        (5, 3),  # 7 and 3 have two votes each, 9 has one
        (6, 3),  # each has two votes
    ],
)
def test_votes_by_hand(trained, k, expected):
    y = np.array([9, 7, 3, 7, 3, 9])
    dists = np.array([[5.0, 1.0, 2.0, 3.0, 4.0, 6.0]])
    assert trained(np.zeros((6, 1)), y).predict_labels(dists, k=k) == expected


def test_equal_distances_go_to_the_first(trained):
    model = trained(np.zeros((20, 1)), np.arange(20)[::-1])
    assert model.predict_labels(np.ones((1, 20)), k=1) == 19


@pytest.mark.parametrize("dtype", [np.uint8, np.int32, np.int64])
def test_labels_keep_their_dtype(trained, dtype):
    y = np.array([255, 3, 3], dtype=np.uint8).astype(dtype)
    labels = trained(np.zeros((3, 1)), y).predict_labels(np.array([[1.0, 2.0, 3.0]] * 2), k=1)
    np.testing.assert_array_equal(labels, np.array([255, 255], dtype), strict=True)


def test_dists_are_not_changed(trained):
    dists = np.array([[3.0, 1.0, 2.0]])
    dists.setflags(write=False)  # writing to it raises
    trained(np.zeros((3, 1)), np.arange(3)).predict_labels(dists, k=2)


@pytest.mark.parametrize(
    ("num_loops", "name"), [(0, "no_loops"), (1, "one_loop"), (2, "two_loops")]
)
def test_predict_hands_on_loops_and_k(trained, num_loops, name):
    model = trained(np.zeros((4, 1)), np.arange(4))
    for each in ("no_loops", "one_loop", "two_loops"):
        setattr(model, f"compute_distances_{each}", lambda X, each=each: (each, X))
    model.predict_labels = lambda dists, k=1: (dists, k)
    assert model.predict("X", k=3, num_loops=num_loops) == ((name, "X"), 3)


def test_predict_by_default_takes_the_nearest_without_loops(trained):
    model = trained(np.zeros((4, 1)), np.arange(4))
    model.compute_distances_no_loops = lambda X: "no loops"
    model.predict_labels = lambda dists, k: (dists, k)
    assert model.predict("X") == ("no loops", 1)


@pytest.mark.parametrize("num_loops", [-1, 3])
def test_other_numbers_of_loops(trained, num_loops):
    model = trained(np.zeros((4, 1)), np.arange(4))
    with pytest.raises(ValueError, match=f"must be 0, 1 or 2, got {num_loops}"):
        model.predict(np.zeros((1, 1)), num_loops=num_loops)


@pytest.mark.parametrize("num_loops", [0, 1, 2])
@pytest.mark.parametrize("k", [1, 5, 40])
def test_the_whole_classifier_agrees_with_scikit_learn(trained, k, num_loops):
    rng = np.random.default_rng(k)
    X_train, y_train, X = (
        rng.normal(size=(40, 3)),
        rng.integers(4, size=40),
        rng.normal(size=(9, 3)),
    )
    labels = trained(X_train, y_train).predict(X, k=k, num_loops=num_loops)
    oracle = KNeighborsClassifier(k, algorithm="brute").fit(X_train, y_train)
    np.testing.assert_array_equal(labels, oracle.predict(X))
