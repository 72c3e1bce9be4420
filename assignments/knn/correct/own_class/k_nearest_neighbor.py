"""A class with helpers of its own, extra parameters, much printing, and work done in `train`."""

import numpy as np

TITLE = {
    "en": "Helpers in the class, extra parameters, prints",
    "ru": "Вспомогательные методы в классе, лишние параметры, печать",
}


class KNearestNeighbor:
    DTYPE = np.float64

    def __init__(self, metric="euclidean"):
        self.metric = metric

    def train(self, X, y, verbose=True):
        self.data = np.array(X, dtype=self.DTYPE)
        self.norms = self._square_norms(self.data)
        self.labels = list(y)
        if verbose:
            print("trained on", self.data.shape, self.data)

    @staticmethod
    def _square_norms(X):
        return np.sum(X * X, axis=1)

    def _distance(self, x, t):
        return np.sqrt(np.dot(x - t, x - t))

    def compute_distances_two_loops(self, X, *, progress=True):
        X = np.array(X, dtype=self.DTYPE)
        dists = np.full((X.shape[0], self.data.shape[0]), np.nan)
        for i in range(X.shape[0]):
            for j in range(self.data.shape[0]):
                dists[i, j] = self._distance(X[i], self.data[j])
            if progress:
                print(f"row {i} of {X.shape[0]}: {dists[i]}")
        return dists

    def compute_distances_one_loop(self, X, *, progress=True):
        X = np.array(X, dtype=self.DTYPE)
        dists = []
        for x in X:
            dists.append(np.sqrt(self._square_norms(self.data - x)))
            if progress:
                print(dists[-1])
        return np.vstack(dists)

    def compute_distances_no_loops(self, X, *, squared=False):
        X = np.array(X, dtype=self.DTYPE)
        squares = self._square_norms(X)[:, None] - 2 * X @ self.data.T + self.norms
        squares[squares < 0] = 0
        return squares if squared else np.sqrt(squares)

    def predict_labels(self, dists, k=1, weights="uniform"):
        return np.array([self._vote(row, k) for row in np.asarray(dists)])

    def _vote(self, row, k):
        closest = [self.labels[j] for j in np.argsort(row)[:k]]
        return max(sorted(set(closest)), key=closest.count)

    def predict(self, X, k=1, num_loops=0, verbose=False):
        name = {0: "no_loops", 1: "one_loop", 2: "two_loops"}.get(num_loops)
        if name is None:
            raise ValueError(f"Invalid value {num_loops} for num_loops")
        dists = getattr(self, "compute_distances_" + name)(X)
        return self.predict_labels(dists, k=k)
