"""k-nearest neighbours: an example gets the label that most of its nearest training examples have.

Conventions:
    D features, for an image its pixels.

    X_train: (num_train, D), the training examples, one a row.
    y_train: (num_train,) integer, their labels, 0 or more.
    X: (num_test, D), the examples to classify.
    dists: (num_test, num_train), the distance from each of them to each training example.

X and X_train may hold floats of any precision, or pixels as uint8.
"""

import numpy as np


class KNearestNeighbor:
    """k-NN classifier with the Euclidean distance.

    Attributes:
        X_train, y_train: what `train` was given.
    """

    def __init__(self):
        self.X_train = None
        self.y_train = None

    def train(self, X, y):
        """Remember the training examples X (num_train, D) and their labels y (num_train,)."""
        self.X_train = X
        self.y_train = y

    def compute_distances_two_loops(self, X):
        """Euclidean distances, with a loop over X and one over the training examples.

        dists[i, j] = √ Σ_d (X[i, d] - X_train[j, d])²

        Args:
            X: (num_test, D), see the conventions at the top of this file.

        Returns:
            dists: (num_test, num_train).

        Source: cs231n, assignment 1; the lecture's recap of k-nearest neighbours.
        """
        X, X_train = _as_floats(X), _as_floats(self.X_train)
        dists = np.zeros((X.shape[0], X_train.shape[0]))
        for i in range(X.shape[0]):
            for j in range(X_train.shape[0]):
                dists[i, j] = np.sqrt(np.sum((X[i] - X_train[j]) ** 2))
        return dists

    def compute_distances_one_loop(self, X):
        """Euclidean distances, with one loop over X.

        Formula, arguments and results are those of `compute_distances_two_loops`.
        """
        X, X_train = _as_floats(X), _as_floats(self.X_train)
        dists = np.zeros((X.shape[0], X_train.shape[0]))
        for i in range(X.shape[0]):
            dists[i] = np.sqrt(np.sum((X_train - X[i]) ** 2, axis=1))
        return dists

    def compute_distances_no_loops(self, X):
        """Euclidean distances, without loops: |x - t|² = |x|² - 2 x·t + |t|².

        Arguments and results are those of `compute_distances_two_loops`. For examples that are
        equal, rounding may leave a little more than 0.
        """
        X, X_train = _as_floats(X), _as_floats(self.X_train)
        norms = np.sum(X**2, axis=1)[:, np.newaxis]  # (num_test, 1)
        train_norms = np.sum(X_train**2, axis=1)  # (num_train,)
        squares = norms - 2 * X @ X_train.T + train_norms  # (num_test, num_train)
        return np.sqrt(np.maximum(squares, 0))  # where it should be 0, rounding may go below

    def predict_labels(self, dists, k=1):
        """The commonest label among the k nearest training examples of each row of `dists`.

        Of labels that are equally common, the smallest. Of training examples that are equally far,
        those that come first in the training set are taken as nearer.

        Args:
            dists: (num_test, num_train).
            k: the number of neighbours that vote, 1 to num_train.

        Returns:
            (num_test,), labels in the dtype of `y_train`.
        """
        nearest = np.argsort(dists, axis=1, kind="stable")[:, :k]  # (num_test, k)
        labels = np.zeros(len(nearest), dtype=self.y_train.dtype)
        for i, neighbours in enumerate(nearest):
            found, votes = np.unique(self.y_train[neighbours], return_counts=True)
            labels[i] = found[np.argmax(votes)]  # `found` is sorted, and argmax takes the first
        return labels

    def predict(self, X, k=1, num_loops=0):
        """Labels of the examples in X.

        Args:
            X: (num_test, D).
            k: the number of neighbours that vote, handed to `predict_labels`.
            num_loops: with which function to compute the distances: the one with 0, 1 or 2 loops.

        Returns:
            (num_test,) labels.

        Raises:
            ValueError: for any other `num_loops`.
        """
        if num_loops == 0:
            dists = self.compute_distances_no_loops(X)
        elif num_loops == 1:
            dists = self.compute_distances_one_loop(X)
        elif num_loops == 2:
            dists = self.compute_distances_two_loops(X)
        else:
            raise ValueError(f"num_loops must be 0, 1 or 2, got {num_loops!r}")
        return self.predict_labels(dists, k=k)


def _as_floats(X):
    """X itself if it holds floats, else in float64: in uint8, 3 - 5 is 254 and 16 * 16 is 0."""
    return X if np.issubdtype(X.dtype, np.floating) else X.astype(np.float64)
