"""Part cross_validation: k by its accuracy on folds.

Most tests hand `cross_validate_k` a classifier of their own, so that a wrong one costs nothing.
"""

import numpy as np
from helpers import check_accuracies

CASES = [(12, 4), (23, 5)]  # rows, folds: even, and folds of 5, 5, 5, 4, 4
K_CHOICES = [9, 5, 7]  # none of them the number of a fold


def make_rows(rng, N):
    """X (N, 1), y (N,) where the one feature of a row is its number."""
    return np.arange(float(N))[:, np.newaxis], rng.integers(3, size=N)


def telling_labels(rows, y_train, k):
    """Labels 0, 1 or 2 that depend on everything a classifier is given."""
    return (rows * rows + int(k) * (rows + len(y_train)) + np.sum(y_train)) % 3


def make_classifier(check):
    """(classify, calls): a classifier that keeps its arguments.

    A call is kept as (k, validated rows, [(row, label) trained on …]), all sorted.
    """
    calls = []

    def classify(X_train, y_train, X, k):
        rows = checked_rows(check, X)
        train_rows = checked_rows(check, X_train)
        # unproven: a mistake trains on the wrong rows, but on rows with labels
        y_train = check.labels(y_train, shape=train_rows.shape, name="y_train")
        k = check.number(k, name="k")  # unproven: a mistake hands on another number at worst
        pairs = sorted(zip(train_rows.tolist(), y_train.tolist(), strict=True))
        calls.append((k, sorted(rows.tolist()), pairs))
        return telling_labels(rows, y_train, k)

    return classify, calls


def checked_rows(check, X):
    """The row numbers of some rows of the data."""
    # unproven: whatever rows a mistake takes are rows of the data
    X = check.array(X, name="X")
    return check.labels(X, X.shape, name="X").ravel()  # unproven: the same


def split_and_record(student, check, rng, N, num_folds):
    """(calls of the classifier, folds as lists of row numbers, y)"""
    X, y = make_rows(rng, N)
    classify, calls = make_classifier(check)
    student.cross_validation.cross_validate_k(X, y, K_CHOICES, num_folds, classify)
    return calls, [fold.tolist() for fold in np.array_split(np.arange(N), num_folds)], y


def test_accuracies(student, reference, check, rng):
    """cross_validate_k returns the share of right labels of each k on each fold, in order."""
    for N, num_folds in CASES:
        X, y = make_rows(rng, N)
        classify, _ = make_classifier(check)
        value = student.cross_validation.cross_validate_k(X, y, K_CHOICES, num_folds, classify)
        expected = reference.cross_validation.cross_validate_k(X, y, K_CHOICES, num_folds, classify)
        check_accuracies(check, value, expected)


def test_folds(student, check, rng):
    """cross_validate_k validates each k on each fold of np.array_split."""
    for N, num_folds in CASES:
        calls, folds, _ = split_and_record(student, check, rng, N, num_folds)
        validated = [(k, rows) for k, rows, _ in calls]
        expected = [(k, fold) for k in K_CHOICES for fold in folds]
        check.that(
            sorted(validated) == sorted(expected),
            en="Validate each k once on each of the folds that np.array_split makes.",
            ru="Проверяйте каждое k по одному разу на каждом блоке из np.array_split.",
            expected_folds=folds,
            folds=[rows for _, rows in validated[:num_folds]],
        )


def test_training_rows(student, check, rng):
    """cross_validate_k trains on all rows but those that it validates on."""
    for N, num_folds in CASES:
        calls, _, y = split_and_record(student, check, rng, N, num_folds)
        expected = [
            (validated, [(row, int(y[row])) for row in range(N) if row not in validated])
            for _, validated, _ in calls
        ]
        check.that(
            calls and [(validated, trained) for _, validated, trained in calls] == expected,
            en="Train on all rows, with their labels, but those that you validate on.",
            ru="Обучайтесь на всех строках с их метками, кроме тех, на которых проверяете.",
            calls=len(calls),
        )


def test_your_classifier(student, reference, check, rng):
    """cross_validate_k by default asks your KNearestNeighbor."""
    X, y = rng.permutation(np.arange(20) ** 2.1)[:, np.newaxis], rng.integers(2, size=20)
    value = student.cross_validation.cross_validate_k(X, y, [1, 3], 4)
    expected = reference.cross_validation.cross_validate_k(X, y, [1, 3], 4)
    check_accuracies(check, value, expected)


def test_best_k(student, reference, check, rng):
    """best_k finds the k whose mean accuracy is the highest."""
    for _ in range(5):
        accuracies = {k: rng.uniform(size=5).tolist() for k in rng.permutation(30).tolist()}
        expected = reference.cross_validation.best_k(accuracies)
        check.equal_labels(student.cross_validation.best_k(accuracies), expected, name="best k")


def test_best_k_ties(student, check):
    """best_k: of several k with the highest mean the smallest, wherever it stands."""
    best, worse = [0.5, 1.0], [0.5, 0.75]
    for accuracies in (
        {5: best, 2: worse, 3: best, 8: best},
        {3: best, 1: worse, 5: best, 8: worse},
        {8: best, 5: best, 3: best},
    ):
        check.equal_labels(student.cross_validation.best_k(accuracies), 3, name="best k")
