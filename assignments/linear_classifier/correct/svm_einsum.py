"""SVM with einsum throughout."""

import numpy as np

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss", "linear_svm.svm_loss_vectorized": "svm_loss"}
TITLE = {"en": "SVM with einsum throughout", "ru": "SVM целиком на einsum"}


def svm_loss(W, X, y, reg):
    N, C = len(y), W.shape[1]
    target = np.eye(C)[y]
    scores = np.einsum("nd,dc->nc", X, W, optimize=True)
    margins = scores - np.einsum("nc,nc->n", scores, target)[:, None] + (1 - target)
    active = (margins > 0).astype(float)
    slopes = active - np.einsum("nc,n->nc", target, np.einsum("nc->n", active))
    loss = np.einsum("nc,nc->", margins, active) / N + reg * np.einsum("dc,dc->", W, W)
    return loss, np.einsum("nd,nc->dc", X, slopes, optimize=True) / N + 2 * reg * W
