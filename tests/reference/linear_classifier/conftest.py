"""The reference's modules as one fixture, and the data that several tests share."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tests.modules import import_folder

FOLDER = Path(__file__).parents[3] / "reference" / "linear_classifier"


@pytest.fixture(scope="session")
def reference():
    """The modules of the reference solution: `reference.softmax` and so on."""
    return import_folder(FOLDER)


@pytest.fixture(scope="session")
def lecture():
    """The lecture's score matrix (rows: images cat, car, frog), as XW with W = I."""
    X = np.array([[3.2, 5.1, -1.7], [1.3, 4.9, 2.0], [2.2, 2.5, -3.1]])
    return SimpleNamespace(W=np.eye(3), X=X, y=np.array([0, 1, 2]))


@pytest.fixture(scope="session")
def problem():
    """A random problem with more examples than features, and no margin near its kink."""
    rng = np.random.default_rng(0)
    return SimpleNamespace(
        W=rng.normal(size=(5, 4)), X=rng.normal(size=(12, 5)), y=rng.integers(4, size=12), reg=0.1
    )


@pytest.fixture(scope="session")
def blobs():
    """Three classes far apart, with a bias column, so that a linear classifier makes no mistake."""
    rng = np.random.default_rng(0)
    y = rng.integers(3, size=300)
    centres = np.array([[6.0, 0.0], [-6.0, 6.0], [-6.0, -6.0]])
    X = np.hstack([centres[y] + rng.normal(size=(300, 2)), np.ones((300, 1))])
    return SimpleNamespace(X=X, y=y)
