"""Part cifar10: the same functions on images.

The images are training images, with their pixels and classes mixed in a secret way; the last of
them are kept to be classified, and their labels stay with the grader.
"""

import numpy as np
from helpers import RTOL, check_accuracies, method, trained, trained_reference

LEARNED = 4000  # images of the 5,000 that the classifier learns


def test_distances(student, reference, check, cifar10):
    """compute_distances_no_loops: images, whose differences do not fit into memory at once."""
    X_train, y_train, X = cifar10.X[:1000], cifar10.y[:1000], cifar10.X[LEARNED:][:300]
    model = trained(student, check, X_train, y_train)
    dists = method(check, model, "compute_distances_no_loops")(X)
    expected = trained_reference(reference, X_train, y_train).compute_distances_no_loops(X)
    # unproven: mistakes are not put to images, which take long; the part distances proves them
    check.close(dists, expected, rtol=RTOL, name="dists")


def test_accuracy(student, check, cifar10):
    """predict classifies images that were not among the training examples."""
    setting = cifar10.setting("neighbours")
    model = trained(student, check, cifar10.X[:LEARNED], cifar10.y[:LEARNED])
    labels = method(check, model, "predict")(cifar10.X[LEARNED:], k=setting["k"])
    y = cifar10.y[LEARNED:]
    labels = check.labels(labels, shape=y.shape)  # unproven: as above
    # unproven: as above; docs/accuracy.md has the runs behind the tiers
    check.tiers(float(np.mean(labels == y)), setting["tiers"], name="accuracy")


def test_cross_validation(student, reference, check, cifar10):
    """cross_validate_k: the accuracies of your classifier on images."""
    X, y = cifar10.X[:500], cifar10.y[:500]
    value = student.cross_validation.cross_validate_k(X, y, [1, 5, 20], 5)
    expected = reference.cross_validation.cross_validate_k(X, y, [1, 5, 20], 5)
    check_accuracies(check, value, expected, atol=0.015)  # rounding may decide about one image
