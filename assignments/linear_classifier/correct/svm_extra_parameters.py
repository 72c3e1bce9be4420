"""SVM with further keyword parameters, and prints."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {
    "en": "SVM with further keyword parameters, and prints",
    "ru": "SVM с лишними параметрами и печатью",
}


def svm_loss(W, X, y, reg=0.0, delta=1.0, *, squared=False, verbose=True, **options):
    if verbose:
        print("svm_loss:", X.shape, W.shape, options)
    N = len(X)
    scores = X @ W
    margins = np.maximum(0, (scores.T - scores[range(N), y] + delta).T)
    margins[range(N), y] = 0
    weights = 2 * margins if squared else 1.0 * (margins > 0)
    weights[range(N), y] -= weights.sum(axis=1)
    loss = np.sum(margins**2 if squared else margins) / N + reg * np.sum(W * W)
    if verbose:
        print(f"loss = {loss:.6f}")
    return loss, X.T @ weights / N + 2 * reg * W
