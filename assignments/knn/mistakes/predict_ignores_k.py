"""predict: k is not handed to predict_labels."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict"]
RESULT = None
TITLE = {
    "en": "predict does not hand k on",
    "ru": "predict не передаёт k",
}
HINT = {
    "en": "Whatever k predict is given, predict_labels works with k = 1, its default. Hand it "
    "on: self.predict_labels(dists, k=k).",
    "ru": "Какое бы k ни получил predict, predict_labels работает со значением по умолчанию, k "
    "= 1. Передайте его: self.predict_labels(dists, k=k).",
}
CAUGHT_BY = ["labels/test_predict_k"]


def one(self, X, k=1, num_loops=0):
    if num_loops == 0:
        dists = self.compute_distances_no_loops(X)
    elif num_loops == 1:
        dists = self.compute_distances_one_loop(X)
    else:
        dists = self.compute_distances_two_loops(X)
    return self.predict_labels(dists)


def two(self, X, k=1, num_loops=0):
    functions = {
        0: self.compute_distances_no_loops,
        1: self.compute_distances_one_loop,
        2: self.compute_distances_two_loops,
    }
    return self.predict_labels(functions[num_loops](X), k=1)


def three(self, X, k=1, num_loops=0):
    name = ("no_loops", "one_loop", "two_loops")[num_loops]
    compute = getattr(self, "compute_distances_" + name)
    labels = self.predict_labels(compute(X), 1)
    return np.asarray(labels)
