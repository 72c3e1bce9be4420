"""SVM gradient as a mean of outer products."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss"}
TITLE = {
    "en": "SVM gradient as a mean of outer products",
    "ru": "Градиент SVM как среднее внешних произведений",
}


def svm_loss(W, X, y, reg):
    scores = X @ W
    away = np.arange(W.shape[1])[None, :] != y[:, None]
    margins = np.where(away, scores - scores[~away][:, None] + 1, 0).clip(0)
    slopes = (margins > 0) - (~away) * (margins > 0).sum(axis=1)[:, None]
    gradients = X[:, :, None] * slopes[:, None, :]
    return margins.sum(axis=1).mean() + reg * (W**2).sum(), gradients.mean(axis=0) + 2 * reg * W
