"""Cross-validation against scikit-learn, and its folds seen from inside."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.model_selection import KFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier


@pytest.mark.parametrize("num_folds", [2, 4, 5, 22])  # 22 rows: even, uneven, and leave one out
def test_agrees_with_scikit_learn(reference, num_folds):
    rng = np.random.default_rng(num_folds)
    X, y = rng.normal(size=(22, 3)), rng.integers(3, size=22)
    accuracies = reference.cross_validation.cross_validate_k(X, y, [1, 4], num_folds)
    assert list(accuracies) == [1, 4]
    for k, found in accuracies.items():
        oracle = KNeighborsClassifier(k, algorithm="brute")
        expected = cross_val_score(oracle, X, y, cv=KFold(num_folds))
        np.testing.assert_allclose(found, expected, rtol=1e-12)
        assert [type(accuracy) for accuracy in found] == [float] * num_folds


@given(num_rows=st.integers(2, 20), data=st.data())
def test_every_row_is_validated_once_and_trained_on_otherwise(reference, num_rows, data):
    num_folds = data.draw(st.integers(2, num_rows))
    rows = np.arange(num_rows)
    seen = []

    def classify(X_train, y_train, X, k):
        np.testing.assert_array_equal(X_train[:, 0], y_train)  # labels stay with their rows
        np.testing.assert_array_equal(np.sort([*y_train, *X[:, 0]]), rows)
        seen.append((k, X[:, 0]))
        return np.where(X[:, 0] % 2, X[:, 0], -1)  # right for odd rows

    cross_validate = reference.cross_validation.cross_validate_k
    accuracies = cross_validate(rows[:, np.newaxis], rows, [3], num_folds, classify)
    np.testing.assert_array_equal(np.concatenate([fold for _, fold in seen]), rows)
    sizes = [len(fold) for _, fold in seen]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] <= 1
    assert {k for k, _ in seen} == {3}
    assert accuracies[3] == [np.mean(fold % 2) for _, fold in seen]


@pytest.mark.parametrize(
    ("accuracies", "expected"),
    [
        ({1: [0.25, 0.5], 3: [0.5, 0.5], 5: [0.25, 0.25]}, 3),
        ({5: [0.5, 0.25], 8: [0.25, 0.5], 3: [0.25, 0.5]}, 3),  # a tie, the smallest k last
        ({1: [1.0, 0.0], 2: [0.75, 0.5]}, 2),  # not the best single fold
        ({7: [0.0]}, 7),
        ({1: np.array([0.1, 0.2]), 2: np.array([0.2, 0.3])}, 2),
    ],
)
def test_best_k(reference, accuracies, expected):
    assert reference.cross_validation.best_k(accuracies) == expected


def test_the_data_are_not_changed(reference):
    X, y = np.ones((4, 2)), np.zeros(4, int)
    X.setflags(write=False)  # writing to it raises
    y.setflags(write=False)
    reference.cross_validation.cross_validate_k(X, y, [1], 2)
