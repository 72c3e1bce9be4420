"""What several hidden tests share.

Conventions: X_train (num_train, D), X (num_test, D), dists (num_test, num_train), as in the
handout.

Tolerances are wide enough for a solution that computes in float32.
"""

import numpy as np

from grader.judge.student import StudentFunction

RTOL = 1e-4
ATOL = 1e-5


def method(check, model, name):
    """The method `name` of an object of the student's class."""
    found = getattr(model, name, None)
    # unproven: no wrong result comes from a class whose objects have no methods
    check.that(
        callable(found),
        en=f"KNearestNeighbor() must be an object with a method `{name}`.",
        ru=f"KNearestNeighbor() должен быть объектом с методом `{name}`.",
    )
    return found


def trained(student, check, X, y):
    """A new classifier of the student's, trained on X and y."""
    model = student.k_nearest_neighbor.KNearestNeighbor()
    method(check, model, "train")(X, y)
    return model


def trained_reference(reference, X, y):
    """The reference's classifier, trained on X and y."""
    model = reference.k_nearest_neighbor.KNearestNeighbor()
    model.train(X, y)
    return model


def as_function(bound):
    """A method of an object of the student's as a function: it can be timed and inspected."""
    return StudentFunction(bound._bench, bound._handle, bound._where)


def check_unchanged(check, student, observe, bound, argument, *others, name):
    """After a call of a method its first argument is what it was before.

    `observe(changed=…)` is told.
    """
    _, after = student.call_and_inspect(as_function(bound), argument, *others)
    observe(changed=not np.array_equal(after[0], argument))
    check.unchanged(after[0], argument, name=name)


def observing(observe, name):
    """`observe` for the method `name`."""

    def note(**facts):
        observe(f"k_nearest_neighbor.KNearestNeighbor.{name}", **facts)

    return note


def check_accuracies(check, value, expected, atol=ATOL):
    """`value` has the accuracies of each k, {k: one for each fold}."""
    check.that(
        isinstance(value, dict) and set(value) == set(expected),
        en=f"cross_validate_k must return a dict with the keys {list(expected)}.",
        ru=f"cross_validate_k должна вернуть словарь с ключами {list(expected)}.",
    )
    for k, accuracies in expected.items():
        check.close(value[k], accuracies, rtol=RTOL, atol=atol, name=f"accuracies of k = {k}")
