"""svm_losses: the sum is squared, not each margin."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_losses"]
RESULT = None
TITLE = {
    "en": "The sum is squared instead of each margin",
    "ru": "В квадрат возведена сумма, а не каждый отступ",
}
HINT = {
    "en": "You square the sum of the margins. The squared hinge squares each margin and sums "
    "then (Q6): the lecture's frog gets 83.25 and not 12.9².",
    "ru": "Вы возводите в квадрат сумму отступов. Квадратичная шарнирная функция возводит в "
    "квадрат каждый отступ, а потом складывает (Q6): у лягушки из лекции 83,25, а не "
    "12,9².",
}
CAUGHT_BY = ["svm/test_losses_squared", "svm/test_losses_combinations"]


def one(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    rows = np.arange(len(y))
    margins = np.maximum(0, scores - scores[rows, y][:, np.newaxis] + delta)
    if not include_correct:
        margins[rows, y] = 0
    losses = np.sum(margins, axis=1) ** (2 if squared else 1)
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
        if squared:
            losses[i] = losses[i] ** 2
        if reduction == "mean":
            losses[i] /= C - 1
    return losses


def three(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    target = np.eye(scores.shape[1])[y]
    correct = np.einsum("nc,nc->n", scores, target)
    hinge = np.clip(scores.T - correct + delta, 0, None).T
    power = 2 if squared else 1
    counted = 1 if include_correct else 1 - target
    share = 1 / (target.shape[1] - 1) if reduction == "mean" else 1
    return (hinge * counted).sum(axis=1) ** power * share
