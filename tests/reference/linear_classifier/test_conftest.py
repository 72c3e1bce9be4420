"""The fixture that loads the reference must be invisible to every other test."""

import sys

NAMES = ["gradient_check", "linear_classifier", "linear_svm", "softmax"]


def test_the_reference_does_not_leak(reference):
    assert set(NAMES) <= set(vars(reference))
    assert not set(NAMES) & set(sys.modules)
    assert not any("linear_classifier" in entry for entry in sys.path)
