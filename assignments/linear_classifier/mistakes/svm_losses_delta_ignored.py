"""svm_losses: the margin is always 1."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_losses"]
RESULT = None
TITLE = {
    "en": "delta is ignored: the margin is always 1",
    "ru": "delta не используется: зазор всегда равен 1",
}
HINT = {
    "en": "You add 1 whatever delta is. The margin is an argument here: max(0, sⱼ - s_{yᵢ} + "
    "delta).",
    "ru": "Вы прибавляете 1, каким бы ни было delta. Здесь зазор — аргумент: max(0, sⱼ - s_{yᵢ} "
    "+ delta).",
}
CAUGHT_BY = ["svm/test_losses_delta", "svm/test_losses_combinations"]


def one(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    rows = np.arange(len(y))
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + 1)
    if not include_correct:
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
            if j == y[i] and not include_correct:
                continue
            margin = max(0, scores[i, j] - scores[i, y[i]] + 1)
            losses[i] += margin * margin if squared else margin
        if reduction == "mean":
            losses[i] /= C - 1
    return losses


def three(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    target = np.eye(scores.shape[1])[y]
    correct = np.einsum("nc,nc->n", scores, target)
    hinge = np.clip(scores.T - correct + 1, 0, None).T
    power = 2 if squared else 1
    counted = 1 if include_correct else 1 - target
    share = 1 / (target.shape[1] - 1) if reduction == "mean" else 1
    return (hinge**power * counted).sum(axis=1) * share
