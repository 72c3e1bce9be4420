"""svm_losses: include_correct changes nothing."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_losses"]
RESULT = None
TITLE = {
    "en": "include_correct changes nothing",
    "ru": "include_correct ни на что не влияет",
}
HINT = {
    "en": "With include_correct=True the sum runs over all classes (Q4): the correct one adds "
    "its margin, Δ. You leave it out always.",
    "ru": "При include_correct=True сумма берётся по всем классам (Q4): правильный добавляет "
    "свой отступ, Δ. У вас он не учитывается никогда.",
}
CAUGHT_BY = ["svm/test_losses_include_correct", "svm/test_losses_combinations"]


def one(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    rows = np.arange(len(y))
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + delta)
    margins[rows, y] = 0
    if squared:
        margins = margins**2
    losses = np.sum(margins, axis=1)
    return losses / (scores.shape[1] - 1) if reduction == "mean" else losses


def two(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    N, C = scores.shape
    losses = np.zeros(N)
    for i in range(N):
        for j in range(C):
            if j == y[i]:
                continue
            margin = max(0, scores[i, j] - scores[i, y[i]] + delta)
            losses[i] += margin * margin if squared else margin
        if reduction == "mean":
            losses[i] /= C - 1
    return losses


def three(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    target = np.eye(scores.shape[1])[y]
    correct = np.einsum("nc,nc->n", scores, target)
    hinge = np.clip(scores.T - correct + delta, 0, None).T
    power = 2 if squared else 1
    counted = 1 - target
    share = 1 / (target.shape[1] - 1) if reduction == "mean" else 1
    return (hinge**power * counted).sum(axis=1) * share
