"""predict: one loop where two are asked for, and two for one."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict"]
RESULT = None
TITLE = {
    "en": "One loop and two loops are swapped",
    "ru": "Один цикл и два цикла перепутаны",
}
HINT = {
    "en": "num_loops = 1 asks for compute_distances_one_loop and num_loops = 2 for "
    "compute_distances_two_loops; yours are swapped. The labels do not show it, as the "
    "distances are the same, but the time does.",
    "ru": "num_loops = 1 — это compute_distances_one_loop, а num_loops = 2 — "
    "compute_distances_two_loops; у вас наоборот. По меткам этого не видно, ведь расстояния "
    "одни и те же, зато видно по времени.",
}
CAUGHT_BY = ["labels/test_predict_num_loops"]


def one(self, X, k=1, num_loops=0):
    if num_loops == 0:
        dists = self.compute_distances_no_loops(X)
    elif num_loops == 1:
        dists = self.compute_distances_two_loops(X)
    else:
        dists = self.compute_distances_one_loop(X)
    return self.predict_labels(dists, k=k)


def two(self, X, k=1, num_loops=0):
    functions = [
        self.compute_distances_no_loops,
        self.compute_distances_two_loops,
        self.compute_distances_one_loop,
    ]
    return np.asarray(self.predict_labels(functions[num_loops](X), k))


def three(self, X, k=1, num_loops=0):
    name = {2: "one_loop", 1: "two_loops"}.get(num_loops, "no_loops")
    dists = getattr(self, f"compute_distances_{name}")(X)
    return self.predict_labels(dists, k=k)
