"""The fixture that loads the reference must be invisible to every other test."""

import sys
from pathlib import Path

NAMES = [
    "gradient_check",
    "linear_classifier",
    "linear_svm",
    "optimization",
    "regularization",
    "scores",
    "softmax",
]


def test_the_reference_does_not_leak(reference):
    assert set(NAMES) <= set(vars(reference))
    assert not set(NAMES) & set(sys.modules)
    assert str(Path(reference.softmax.__file__).parent) not in sys.path
