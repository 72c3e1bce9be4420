"""svm_losses: squared changes nothing."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_losses"]
RESULT = None
TITLE = {
    "en": "squared changes nothing",
    "ru": "squared ни на что не влияет",
}
HINT = {
    "en": "With squared=True each margin is squared before the sum (Q6): the lecture's 2.9 "
    "becomes 8.41. You sum the margins themselves always.",
    "ru": "При squared=True каждый отступ возводится в квадрат до суммирования (Q6): 2,9 из "
    "лекции превращается в 8,41. Вы всегда складываете сами отступы.",
}
CAUGHT_BY = ["svm/test_losses_squared", "svm/test_losses_combinations"]


def one(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    rows = np.arange(len(y))
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + delta)
    if not include_correct:
        margins[rows, y] = 0
    losses = np.sum(margins, axis=1)
    return losses / (scores.shape[1] - 1) if reduction == "mean" else losses


def two(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    N, C = scores.shape
    losses = np.zeros(N)
    for i in range(N):
        for j in range(C):
            if j == y[i] and not include_correct:
                continue
            margin = max(0, scores[i, j] - scores[i, y[i]] + delta)
            losses[i] += margin
        if reduction == "mean":
            losses[i] /= C - 1
    return losses


def three(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    target = np.eye(scores.shape[1])[y]
    correct = np.einsum("nc,nc->n", scores, target)
    hinge = np.clip(scores.T - correct + delta, 0, None).T
    counted = 1 if include_correct else 1 - target
    share = 1 / (target.shape[1] - 1) if reduction == "mean" else 1
    return (hinge * counted).sum(axis=1) * share
