"""svm_losses: the mean divides by C, not by C - 1."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_losses"]
RESULT = None
TITLE = {
    "en": "The mean divides by C instead of C - 1",
    "ru": "Среднее делится на C, а не на C - 1",
}
HINT = {
    "en": 'With reduction="mean" the sum is divided by the number of wrong classes, C - 1 (Q5), '
    "because only they are in it. np.mean over the row divides by C: it counts the "
    "correct class with its 0.",
    "ru": 'При reduction="mean" сумма делится на число неправильных классов, C - 1 (Q5): в ней '
    "только они. np.mean по строке делит на C, то есть считает и правильный класс с его "
    "нулём.",
}
CAUGHT_BY = ["svm/test_losses_mean", "svm/test_losses_combinations"]


def one(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    rows = np.arange(len(y))
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + delta)
    if not include_correct:
        margins[rows, y] = 0
    if squared:
        margins = margins**2
    losses = np.sum(margins, axis=1)
    return losses / scores.shape[1] if reduction == "mean" else losses


def two(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    N, C = scores.shape
    losses = np.zeros(N)
    for i in range(N):
        for j in range(C):
            if j == y[i] and not include_correct:
                continue
            margin = max(0, scores[i, j] - scores[i, y[i]] + delta)
            losses[i] += margin * margin if squared else margin
        if reduction == "mean":
            losses[i] /= C
    return losses


def three(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    target = np.eye(scores.shape[1])[y]
    correct = np.einsum("nc,nc->n", scores, target)
    hinge = np.clip(scores.T - correct + delta, 0, None).T
    power = 2 if squared else 1
    counted = 1 if include_correct else 1 - target
    share = 1 / target.shape[1] if reduction == "mean" else 1
    return (hinge**power * counted).sum(axis=1) * share
