"""best_k: the k with the highest accuracy on any single fold."""

import numpy as np

FUNCTIONS = ["cross_validation.best_k"]
RESULT = None
TITLE = {
    "en": "The best single fold decides, not the mean",
    "ru": "Решает лучший блок, а не среднее",
}
HINT = {
    "en": "You compare the largest accuracy of each k, and one lucky fold decides. Compare the "
    "means over all folds: they are why there are folds.",
    "ru": "Вы сравниваете наибольшие точности, и решает один удачный блок. Сравнивайте средние "
    "по всем блокам: для того блоки и нужны.",
}
CAUGHT_BY = ["cross_validation/test_best_k"]


def one(accuracies):
    return max(sorted(accuracies), key=lambda k: np.max(accuracies[k]))


def two(accuracies):
    best, record = None, -1.0
    for k, values in sorted(accuracies.items()):
        for accuracy in values:
            if accuracy > record:
                best, record = k, accuracy
    return best


def three(accuracies):
    ks = sorted(accuracies)
    table = np.array([accuracies[k] for k in ks])
    row, _ = np.unravel_index(np.argmax(table), table.shape)
    return ks[row]
