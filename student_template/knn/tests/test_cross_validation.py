"""Public tests of cross_validation.py."""

import numpy as np
import pytest
from cross_validation import best_k, cross_validate_k

X = np.array([[0.0], [1.0], [2.0], [3.0], [4.0]])
Y = np.array([0, 1, 0, 1, 0])


def test_folds():
    # Five rows in three folds: two, two and one.
    validated = []

    def classify(X_train, y_train, X_validation, k):
        validated.append(list(X_validation[:, 0]))
        together = sorted([*X_train[:, 0], *X_validation[:, 0]])
        assert together == [0, 1, 2, 3, 4], (
            "train on all rows but the fold's / обучайтесь на всех строках, кроме строк блока"
        )
        np.testing.assert_array_equal(
            y_train,
            Y[X_train[:, 0].astype(int)],
            err_msg="labels belong to their rows / метки должны соответствовать строкам",
        )
        return np.zeros(len(X_validation), int)

    accuracies = cross_validate_k(X, Y, [1], 3, classify)
    assert validated == [[0, 1], [2, 3], [4]], (
        "the folds of np.array_split, in order / блоки np.array_split по порядку"
    )
    np.testing.assert_allclose(
        accuracies[1],
        [0.5, 0.5, 1.0],
        err_msg="the share of right labels in each fold / доля верных меток в каждом блоке",
    )


def test_every_k():
    accuracies = cross_validate_k(
        X, Y, [3, 1], 5, lambda X_train, y_train, X, k: [0 if k == 1 else 1]
    )
    assert set(accuracies) == {1, 3}, "a key for each k / ключ для каждого k"
    for k, expected in ((1, [1, 0, 1, 0, 1]), (3, [0, 1, 0, 1, 0])):
        np.testing.assert_allclose(
            accuracies[k],
            expected,
            err_msg="hand k on to classify / передавайте k в classify",
        )


def test_with_your_classifier():
    points = np.array([[0.0], [10.0], [1.0], [11.0], [2.0], [12.0]])
    accuracies = cross_validate_k(points, np.array([0, 1, 0, 1, 0, 1]), [1], 3)
    np.testing.assert_allclose(
        accuracies[1],
        [1, 1, 1],
        err_msg="two distant groups: each point is nearest to its own"
        " / две далёкие группы: каждая точка ближе всего к своей",
    )


@pytest.mark.parametrize(
    ("accuracies", "expected"),
    [
        ({1: [0.25, 0.5], 3: [0.5, 0.5]}, 3),
        ({1: [1.0, 0.0], 3: [0.75, 0.5]}, 3),  # the mean counts, not the best fold
        ({5: [0.5, 0.5], 3: [0.5, 0.5]}, 3),  # a tie: the smaller
    ],
)
def test_best_k(accuracies, expected):
    assert best_k(accuracies) == expected, (
        "the highest mean; of several, the smallest k"
        " / наибольшее среднее, а если таких несколько — наименьшее k"
    )
