"""svm_losses: reduction changes nothing."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_losses"]
RESULT = None
TITLE = {
    "en": "reduction changes nothing",
    "ru": "reduction ни на что не влияет",
}
HINT = {
    "en": 'With reduction="mean" the sum of the margins is divided by the number of wrong '
    "classes, C - 1 (Q5). You return the sum always.",
    "ru": 'При reduction="mean" сумма отступов делится на число неправильных классов, C - 1 '
    "(Q5). Вы всегда возвращаете сумму.",
}
CAUGHT_BY = ["svm/test_losses_mean", "svm/test_losses_combinations"]


def one(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    rows = np.arange(len(y))
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + delta)
    if not include_correct:
        margins[rows, y] = 0
    if squared:
        margins = margins**2
    return np.sum(margins, axis=1)


def two(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    N, C = scores.shape
    losses = np.zeros(N)
    for i in range(N):
        for j in range(C):
            if j == y[i] and not include_correct:
                continue
            margin = max(0, scores[i, j] - scores[i, y[i]] + delta)
            losses[i] += margin * margin if squared else margin
    return losses


def three(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    target = np.eye(scores.shape[1])[y]
    correct = np.einsum("nc,nc->n", scores, target)
    hinge = np.clip(scores.T - correct + delta, 0, None).T
    power = 2 if squared else 1
    counted = 1 if include_correct else 1 - target
    return (hinge**power * counted).sum(axis=1)
