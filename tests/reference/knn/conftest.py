"""The reference's modules as one fixture, and a trained classifier."""

from pathlib import Path

import pytest

from tests.modules import import_folder

FOLDER = Path(__file__).parents[3] / "reference" / "knn"


@pytest.fixture(scope="session")
def reference():
    """The modules of the reference solution."""
    return import_folder(FOLDER)


@pytest.fixture(scope="session")
def trained(reference):
    """A function (X, y) → a classifier trained on them."""

    def train(X, y):
        model = reference.k_nearest_neighbor.KNearestNeighbor()
        model.train(X, y)
        return model

    return train
