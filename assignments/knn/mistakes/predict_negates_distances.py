"""predict: the distances change their sign on the way to predict_labels."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict"]
RESULT = None
TITLE = {
    "en": "The distances are handed on as similarities",
    "ru": "Расстояния переданы как меры сходства",
}
HINT = {
    "en": "predict_labels takes distances, small for near examples. You hand it numbers that "
    "are larger for nearer ones (with a minus, or as a similarity), so the farthest examples "
    "vote.",
    "ru": "predict_labels ждёт расстояния: у близких примеров они малы. Вы передаёте числа, "
    "которые тем больше, чем пример ближе (со знаком минус или как меру сходства), и голосуют "
    "самые далёкие.",
}
CAUGHT_BY = ["labels/test_predict_*", "cifar10/test_accuracy"]


def one(self, X, k=1, num_loops=0):
    if num_loops == 0:
        dists = self.compute_distances_no_loops(X)
    elif num_loops == 1:
        dists = self.compute_distances_one_loop(X)
    else:
        dists = self.compute_distances_two_loops(X)
    return self.predict_labels(-dists, k=k)


def two(self, X, k=1, num_loops=0):
    name = ("no_loops", "one_loop", "two_loops")[num_loops]
    dists = np.asarray(getattr(self, f"compute_distances_{name}")(X))
    similarity = dists.max() - dists
    return self.predict_labels(similarity, k)


def three(self, X, k=1, num_loops=0):
    functions = {
        0: self.compute_distances_no_loops,
        1: self.compute_distances_one_loop,
        2: self.compute_distances_two_loops,
    }
    closeness = 1 / (1 + np.asarray(functions[num_loops](X)))
    return self.predict_labels(closeness, k=k)
