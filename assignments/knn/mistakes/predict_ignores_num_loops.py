"""predict: always the distances without loops."""

import numpy as np

FUNCTIONS = ["k_nearest_neighbor.KNearestNeighbor.predict"]
RESULT = None
TITLE = {
    "en": "num_loops has no effect",
    "ru": "num_loops не влияет",
}
HINT = {
    "en": "predict takes the distances without loops whatever num_loops is. Choose by num_loops "
    "among the three functions: who asks for two loops wants to test these.",
    "ru": "predict всегда берёт расстояния без циклов, каким бы ни было num_loops. Выбирайте из "
    "трёх функций по num_loops: кто просит два цикла, хочет проверить именно эту функцию.",
}
CAUGHT_BY = ["labels/test_predict_num_loops"]


def one(self, X, k=1, num_loops=0):
    return self.predict_labels(self.compute_distances_no_loops(X), k=k)


def two(self, X, k=1, num_loops=0):
    assert num_loops in (0, 1, 2)
    distances = self.compute_distances_no_loops(X)
    predicted = self.predict_labels(distances, k)
    return np.array(predicted)


def three(self, X, k=1, num_loops=0):
    if num_loops > 2 or num_loops < 0:
        raise ValueError(f"num_loops is {num_loops}")
    functions = dict.fromkeys((0, 1, 2), self.compute_distances_no_loops)
    return self.predict_labels(functions[num_loops](X), k=k)
