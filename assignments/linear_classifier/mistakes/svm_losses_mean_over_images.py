"""svm_losses: one number, the mean over the images."""

import numpy as np

FUNCTIONS = ["linear_svm.svm_losses"]
RESULT = None
TITLE = {
    "en": "The mean over the images is returned",
    "ru": "Возвращено среднее по изображениям",
}
HINT = {
    "en": "You return one number, the mean. This function returns the loss of each image, N "
    "numbers; their mean is taken elsewhere. `reduction` is about the classes of one "
    "image.",
    "ru": "Вы возвращаете одно число — среднее. Эта функция возвращает потери каждого "
    "изображения, N чисел, а усредняют их потом. `reduction` относится к классам одного "
    "изображения.",
}
CAUGHT_BY = [
    "svm/test_losses_lecture",
    "svm/test_losses_include_correct",
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
    if not include_correct:
        margins[rows, y] = 0
    if squared:
        margins = margins**2
    losses = np.sum(margins, axis=1).mean()
    return losses / (scores.shape[1] - 1) if reduction == "mean" else losses


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
            losses[i] /= C - 1
    return sum(losses) / N


def three(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    target = np.eye(scores.shape[1])[y]
    correct = np.einsum("nc,nc->n", scores, target)
    hinge = np.clip(scores.T - correct + delta, 0, None).T
    power = 2 if squared else 1
    counted = 1 if include_correct else 1 - target
    share = 1 / (target.shape[1] - 1) if reduction == "mean" else 1
    return (hinge**power * counted).sum(axis=1) @ np.full(len(y), share / len(y))
