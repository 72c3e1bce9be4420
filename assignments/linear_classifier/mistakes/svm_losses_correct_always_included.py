"""svm_losses: the correct class is summed always."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_losses"]
RESULT = None
TITLE = {
    "en": "The correct class is summed always",
    "ru": "Правильный класс учитывается всегда",
}
HINT = {
    "en": "You sum the correct class whatever include_correct says, so each loss is Δ too large "
    "(Q4). By default the sum runs over the wrong classes only.",
    "ru": "Вы учитываете правильный класс, что бы ни стояло в include_correct, и потери больше "
    "верных на Δ (Q4). По умолчанию сумма берётся только по неправильным классам.",
}
CAUGHT_BY = [
    "svm/test_losses_lecture",
    "svm/test_losses_mean",
    "svm/test_losses_squared",
    "svm/test_losses_random",
    "svm/test_losses_delta",
    "svm/test_losses_combinations",
    "svm/test_losses_versus_softmax",
]


def one(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    rows = np.arange(len(y))
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + delta)
    if squared:
        margins = margins**2
    losses = np.sum(margins, axis=1)
    return losses / (scores.shape[1] - 1) if reduction == "mean" else losses


def two(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    N, C = scores.shape
    losses = np.zeros(N)
    for i in range(N):
        for j in range(C):
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
    share = 1 / (target.shape[1] - 1) if reduction == "mean" else 1
    return (hinge**power).sum(axis=1) * share
