"""k-nearest neighbours: an example gets the label that most of its nearest training examples have.

Conventions:
    D features, for an image its pixels.

    X_train: (num_train, D), the training examples, one a row.
    y_train: (num_train,) integer, their labels, 0 or more.
    X: (num_test, D), the examples to classify.
    dists: (num_test, num_train), the distance from each of them to each training example.

X and X_train may hold floats, or pixels as uint8. In uint8, 3 - 5 is 254 and 16 * 16 is 0: make
floats of both before you compute, X.astype(float).
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
        """Remember the training examples X (num_train, D) and their labels y (num_train,).

        Nothing to write here: k-NN does its work when it predicts.
        """
        self.X_train = X
        self.y_train = y

    def compute_distances_two_loops(self, X):
        """Euclidean distances, with a loop over X and one over the training examples.

        dists[i, j] = √ Σ_d (X[i, d] - X_train[j, d])²

        Hint: the inner loop fills one number, dists[i, j]. The sum over d needs no loop.

        Args:
            X: (num_test, D), see the conventions at the top of this file. Change neither X nor
                self.X_train.

        Returns:
            dists: (num_test, num_train).
        """
        raise NotImplementedError(
            "KNearestNeighbor.compute_distances_two_loops is not implemented yet: write it in"
            " k_nearest_neighbor.py / пока не реализовано: допишите в k_nearest_neighbor.py"
        )

    def compute_distances_one_loop(self, X):
        """Euclidean distances, with one loop over X.

        Formula, arguments and results are those of `compute_distances_two_loops`.

        Hint: self.X_train - X[i] subtracts one example from all rows at once; then sum along the
        right axis. Each step fills a whole row, dists[i].
        """
        raise NotImplementedError(
            "KNearestNeighbor.compute_distances_one_loop is not implemented yet: write it in"
            " k_nearest_neighbor.py / пока не реализовано: допишите в k_nearest_neighbor.py"
        )

    def compute_distances_no_loops(self, X):
        """Euclidean distances, without loops.

        Arguments and results are those of `compute_distances_two_loops`. For examples that are
        equal, rounding may leave a little more than 0, but never NaN.

        Hint: |x - t|² = |x|² - 2 x·t + |t|². One product of matrices gives all the x·t; the squares
        are a column and a row that broadcasting adds to it. Rounding can leave a tiny negative
        number where it should be 0: np.maximum(squares, 0) before the root. Do not subtract every
        row from every row at once: for CIFAR-10 that array (num_test, num_train, D) does not fit
        into memory.
        """
        raise NotImplementedError(
            "KNearestNeighbor.compute_distances_no_loops is not implemented yet: write it in"
            " k_nearest_neighbor.py / пока не реализовано: допишите в k_nearest_neighbor.py"
        )

    def predict_labels(self, dists, k=1):
        """The commonest label among the k nearest training examples of each row of `dists`.

        Of labels that are equally common, the smallest. Labels need not start at 0 or follow each
        other. Where training examples are equally far, any of them may be taken as nearer.

        Hint: np.argsort(dists[i]) has the numbers of the training examples, the nearest first.
        np.unique(..., return_counts=True) sorts the labels and counts them; np.argmax finds the
        first of the largest counts.

        Args:
            dists: (num_test, num_train). Do not change it.
            k: the number of neighbours that vote, 1 to num_train.

        Returns:
            (num_test,) labels.
        """
        raise NotImplementedError(
            "KNearestNeighbor.predict_labels is not implemented yet: write it in"
            " k_nearest_neighbor.py / пока не реализовано: допишите в k_nearest_neighbor.py"
        )

    def predict(self, X, k=1, num_loops=0):
        """Labels of the examples in X.

        Get the distances from one of self.compute_distances_no_loops, _one_loop and _two_loops, and
        hand them on, with k, to self.predict_labels.

        Args:
            X: (num_test, D).
            k: the number of neighbours that vote.
            num_loops: with which function to compute the distances: the one with 0, 1 or 2 loops.

        Returns:
            (num_test,) labels.

        Raises:
            ValueError: for any other `num_loops`.
        """
        raise NotImplementedError(
            "KNearestNeighbor.predict is not implemented yet: write it in k_nearest_neighbor.py"
            " / пока не реализовано: допишите в k_nearest_neighbor.py"
        )
