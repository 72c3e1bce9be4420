"""Part distances: Euclidean distances with two loops, with one, and without.

Each of the three functions is judged by itself.
"""

import time

import numpy as np
from helpers import (
    ATOL,
    RTOL,
    as_function,
    check_unchanged,
    method,
    observing,
    trained,
    trained_reference,
)

# A Python loop over 20,000 rows takes 100 times the reference's time, the slowest vectorized code
# that we know 6 times.
SLOWEST = 30

# (num_train, num_test, D)
SHAPES = [
    (1, 4, 3),  # one training example
    (4, 1, 3),  # one example to classify
    (6, 5, 1),  # one feature
    (20, 7, 4),  # more training examples
    (5, 12, 30),  # more features
    (5, 5, 5),  # nothing in the shapes tells the axes apart
]


def make_points(rng, num_train, num_test, D):
    """Random X_train and X, no two of them so near that float32 cannot tell their distance."""
    while True:
        X_train, X = rng.normal(size=(num_train, D)), rng.normal(size=(num_test, D))
        if np.min(exact_distances(X_train, X)) > 0.05:
            return X_train, X


def exact_distances(X_train, X):
    """The distances by the definition."""
    differences = X[:, np.newaxis, :].astype(float) - X_train
    return np.sqrt(np.sum(differences**2, axis=2))


def untold(X):
    """Labels for training examples of whose labels nothing is asked."""
    return np.zeros(len(X), dtype=int)


def distances_by(student, check, name, X_train):
    """The student's function `name` of a classifier trained on X_train."""
    return method(check, trained(student, check, X_train, untold(X_train)), name)


def check_distances(check, dists, X_train, X, atol=ATOL):
    """`dists` are the distances, a row for each row of X."""
    check.close(dists, exact_distances(X_train, X), rtol=RTOL, atol=atol, name="dists")


def are_right(dists, X_train, X):
    """Whether `dists` are the distances, as an observation: nothing is said about what is wrong."""
    expected = exact_distances(X_train, X)
    return shaped(dists, expected) and np.allclose(dists, expected, rtol=1e-3, atol=0.01)


def shaped(dists, expected):
    """Whether `dists` is an array in the shape of `expected`."""
    return isinstance(dists, np.ndarray) and dists.shape == expected.shape


def check_by_hand(student, check, name):
    """Right-angled triangles with sides 3, 4, 5 and 5, 12, 13, and a point on another."""
    X_train = np.array([[0.0, 0.0], [3.0, 4.0], [5.0, 12.0], [-3.0, 0.0]])
    X = np.array([[0.0, 0.0], [-3.0, 0.0], [0.0, 12.0]])
    check_distances(check, distances_by(student, check, name, X_train)(X), X_train, X)


def check_random(student, check, name, rng):
    """Random points of many shapes, at last in float32."""
    for shape in SHAPES:
        X_train, X = make_points(rng, *shape)
        check_distances(check, distances_by(student, check, name, X_train)(X), X_train, X)
    X_train, X = X_train.astype(np.float32), X.astype(np.float32)
    check_distances(check, distances_by(student, check, name, X_train)(X), X_train, X)


def check_pixels(student, check, observe, name, rng):
    """Pixels as uint8, where differences and squares do not fit."""
    X_train = rng.integers(256, size=(6, 12), dtype=np.uint8)
    X = rng.integers(256, size=(4, 12), dtype=np.uint8)
    dists = distances_by(student, check, name, X_train)(X)
    from_floats = distances_by(student, check, name, X_train.astype(float))(X.astype(float))
    observing(observe, name)(
        right_pixels=are_right(dists, X_train, X), right_floats=are_right(from_floats, X_train, X)
    )
    check_distances(check, dists, X_train, X)


def check_data_unchanged(student, check, observe, name, rng):
    """After a call X is what it was, and another call finds the training examples unspoiled."""
    X_train, X = make_points(rng, 8, 5, 4)
    distances, note = distances_by(student, check, name, X_train), observing(observe, name)
    first, again = distances(X), distances(X)
    note(right_first=are_right(first, X_train, X), right_again=are_right(again, X_train, X))
    check_distances(check, first, X_train, X)
    check_distances(check, again, X_train, X)
    check_unchanged(check, student, note, distances, X, name="X")


def test_two_loops_by_hand(student, check):
    """compute_distances_two_loops: distances in triangles with sides 3, 4, 5 and 5, 12, 13."""
    check_by_hand(student, check, "compute_distances_two_loops")


def test_two_loops_random(student, check, rng):
    """compute_distances_two_loops: random points of many shapes."""
    check_random(student, check, "compute_distances_two_loops", rng)


def test_two_loops_pixels(student, check, observe, rng):
    """compute_distances_two_loops: pixels as uint8."""
    check_pixels(student, check, observe, "compute_distances_two_loops", rng)


def test_two_loops_unchanged(student, check, observe, rng):
    """compute_distances_two_loops leaves X and the training examples as they were."""
    check_data_unchanged(student, check, observe, "compute_distances_two_loops", rng)


def test_one_loop_by_hand(student, check):
    """compute_distances_one_loop: distances in triangles with sides 3, 4, 5 and 5, 12, 13."""
    check_by_hand(student, check, "compute_distances_one_loop")


def test_one_loop_random(student, check, rng):
    """compute_distances_one_loop: random points of many shapes."""
    check_random(student, check, "compute_distances_one_loop", rng)


def test_one_loop_pixels(student, check, observe, rng):
    """compute_distances_one_loop: pixels as uint8."""
    check_pixels(student, check, observe, "compute_distances_one_loop", rng)


def test_one_loop_unchanged(student, check, observe, rng):
    """compute_distances_one_loop leaves X and the training examples as they were."""
    check_data_unchanged(student, check, observe, "compute_distances_one_loop", rng)


def test_no_loops_by_hand(student, check):
    """compute_distances_no_loops: distances in triangles with sides 3, 4, 5 and 5, 12, 13."""
    check_by_hand(student, check, "compute_distances_no_loops")


def test_no_loops_random(student, check, rng):
    """compute_distances_no_loops: random points of many shapes."""
    check_random(student, check, "compute_distances_no_loops", rng)


def test_no_loops_identical(student, check, observe, rng):
    """compute_distances_no_loops: a point is at distance 0 from itself, and never at NaN."""
    X = 10 + rng.normal(size=(200, 30))  # rounding takes half of 200 squares below 0
    dists = distances_by(student, check, "compute_distances_no_loops", X)(X)
    observe_nan(observing(observe, "compute_distances_no_loops"), dists, exact_distances(X, X))
    check_distances(check, dists, X, X, atol=0.1)  # in float32, 0 may come out as 0.03


def observe_nan(note, dists, expected):
    """Observe whether there is NaN among `dists`, and whether all else is right."""
    if shaped(dists, expected):
        nan = np.isnan(dists)
        right = np.allclose(dists[~nan], expected[~nan], rtol=1e-3, atol=0.1)
        note(nan=bool(np.any(nan)), right_elsewhere=right)


def test_no_loops_pixels(student, check, observe, rng):
    """compute_distances_no_loops: pixels as uint8."""
    check_pixels(student, check, observe, "compute_distances_no_loops", rng)


def test_no_loops_unchanged(student, check, observe, rng):
    """compute_distances_no_loops leaves X and the training examples as they were."""
    check_data_unchanged(student, check, observe, "compute_distances_no_loops", rng)


def test_no_loops_speed(student, reference, check, observe, rng):
    """compute_distances_no_loops does without a Python loop over either set of examples."""
    note, slowest = observing(observe, "compute_distances_no_loops"), 0.0
    for num_train, num_test in ((2, 20_000), (20_000, 2)):
        X_train, X = rng.normal(size=(num_train, 8)), rng.normal(size=(num_test, 8))
        distances = distances_by(student, check, "compute_distances_no_loops", X_train)
        check_distances(check, distances(X), X_train, X)
        model = trained_reference(reference, X_train, untold(X_train))
        ratio = times_slower(student, distances, model.compute_distances_no_loops, X)
        slowest = max(slowest, ratio)
    note(times_slower=slowest)
    check.that(
        slowest <= SLOWEST,
        en="Too slow: this takes as long as a Python loop over the examples.",
        ru="Слишком медленно: столько работает цикл Python по примерам.",
    )


def times_slower(student, distances, expected_distances, X):
    """How many times the CPU seconds of the reference the student's function takes.

    Of up to three calls the fastest counts.
    """
    expected_seconds = fastest_of_three(expected_distances, X)
    found = []
    for _ in range(3):
        _, seconds = student.call_and_time(as_function(distances), X)
        found.append(seconds / expected_seconds)
        if found[-1] <= SLOWEST:
            break
    return min(found)


def fastest_of_three(function, X):
    """CPU seconds of the fastest of three calls."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        function(X)
        seconds.append(time.process_time() - start)
    return min(seconds)
