"""Part labels: from distances to labels, and the way there in `predict`.

The distances are the test's own, so that wrong ones cost nothing here.
"""

import numpy as np
from helpers import check_unchanged, method, observing, trained, trained_reference

LABELS = np.array([0, 1, 2, 3])
DISTANCES = {
    0: "compute_distances_no_loops",
    1: "compute_distances_one_loop",
    2: "compute_distances_two_loops",
}


def make_dists(rng, num_test, num_train):
    """Distances 1, 2, 3 … in a random order in each row: no two of a row are equal."""
    return rng.permuted(np.tile(np.arange(1.0, num_train + 1), (num_test, 1)), axis=1)


def make_votes(rng, k, num_train, labels, tied):
    """(y_train, dists) whose rows all have a tie among the k nearest, or all have none."""
    y_train = rng.permutation(np.resize(labels, num_train))
    dists = make_dists(rng, 400, num_train)
    nearest = y_train[np.argsort(dists, axis=1)[:, :k]]  # (400, k)
    votes = np.sum(nearest[:, :, np.newaxis] == labels, axis=1)  # (400, number of labels)
    winners = np.sum(votes == np.max(votes, axis=1, keepdims=True), axis=1)
    return y_train, dists[(winners > 1) == tied][:40]


def labels_by(student, check, y_train):
    """The student's predict_labels of a classifier trained on these labels."""
    return method(check, trained(student, check, untold(y_train), y_train), "predict_labels")


def untold(y_train):
    """Training examples of whose features nothing is asked."""
    return np.zeros((len(y_train), 1))


def check_labels(reference, check, predict_labels, y_train, dists, **k):
    """The student's labels are those of the reference, with k or without."""
    model = trained_reference(reference, untold(y_train), y_train)
    check.equal_labels(predict_labels(dists, **k), model.predict_labels(dists, **k))


def test_nearest(student, reference, check, rng):
    """predict_labels, k = 1, also by default: the label of the nearest training example."""
    for num_test, num_train, k in ((40, 7, {}), (1, 5, {"k": 1}), (3, 1, {"k": 1})):
        dists, y_train = make_dists(rng, num_test, num_train), rng.integers(10, size=num_train)
        check_labels(reference, check, labels_by(student, check, y_train), y_train, dists, **k)


def test_majority(student, reference, check, rng):
    """predict_labels, larger k: the commonest label among the k nearest, where there is one."""
    for k in (3, 6):
        y_train, dists = make_votes(rng, k, 16, LABELS, tied=False)
        check_labels(reference, check, labels_by(student, check, y_train), y_train, dists, k=k)


def test_ties(student, reference, check, rng):
    """predict_labels: of labels that are equally common, the smallest."""
    for k in (2, 4):
        y_train, dists = make_votes(rng, k, 16, LABELS, tied=True)
        check_labels(reference, check, labels_by(student, check, y_train), y_train, dists, k=k)


def test_all_neighbours(student, reference, check, rng):
    """predict_labels, k = num_train: the commonest label of all, whatever the distances."""
    y_train, dists = rng.permutation([0, 1, 1, 2, 2, 2, 3, 3, 4]), make_dists(rng, 40, 9)
    check_labels(reference, check, labels_by(student, check, y_train), y_train, dists, k=9)


def test_any_labels(student, reference, check, rng):
    """predict_labels: labels that neither start at 0 nor follow each other."""
    y_train, dists = make_votes(rng, 3, 12, np.array([3, 7, 41, 250]), tied=False)
    check_labels(reference, check, labels_by(student, check, y_train), y_train, dists, k=3)


def test_dists_unchanged(student, reference, check, observe, rng):
    """predict_labels leaves dists as they were."""
    y_train, dists = make_votes(rng, 3, 12, LABELS, tied=False)
    predict_labels = labels_by(student, check, y_train)
    check_labels(reference, check, predict_labels, y_train, dists, k=3)
    note = observing(observe, "predict_labels")
    check_unchanged(check, student, note, predict_labels, dists, 3, name="dists")


def with_parts_of_our_own(student, check, rng):
    """(model, X, dists): a classifier whose other functions are the test's, and what they return.

    dists[n] are the distances that the function with n loops returns.
    """
    X_train, X = rng.normal(size=(9, 2)), rng.integers(-99, 100, size=(20, 2)) / 8
    model = trained(student, check, X_train, np.arange(9))
    dists = {num_loops: make_dists(rng, 20, 9) for num_loops in DISTANCES}

    def returning(value):
        return lambda given: value if np.array_equal(given, X) else np.zeros_like(value)

    def predict_labels(dists, k=1):
        # unproven: a mistake hands on numbers, other values come from elsewhere
        dists, k = check.array(dists, shape=(20, 9), name="dists"), check.number(k, name="k")
        return telling_labels(dists, k)

    for num_loops, name in DISTANCES.items():
        setattr(model, name, returning(dists[num_loops]))
    model.predict_labels = predict_labels
    return model, X, dists


def telling_labels(dists, k):
    """Labels that tell which distances and which k they were made of."""
    return 100 * int(k) + np.argmin(dists, axis=1)


def test_predict_num_loops(student, check, rng):
    """predict takes the distances from the function with num_loops loops."""
    model, X, dists = with_parts_of_our_own(student, check, rng)
    predict = method(check, model, "predict")
    for num_loops in DISTANCES:
        labels = predict(X, k=1, num_loops=num_loops)
        check.equal_labels(labels, telling_labels(dists[num_loops], 1))


def test_predict_k(student, check, rng):
    """predict hands k on to predict_labels, or 1 where it is given none."""
    model, X, dists = with_parts_of_our_own(student, check, rng)
    predict = method(check, model, "predict")
    for given, k in (({}, 1), ({"k": 3}, 3), ({"k": 8}, 8)):
        check.equal_labels(predict(X, **given), telling_labels(dists[0], k))
