from garbage import anything, pair


def svm_loss_naive(W, X, y, reg):
    return pair()


def svm_loss_vectorized(W, X, y, reg):
    return pair()


def svm_losses(scores, y, delta=1.0, squared=False, include_correct=False, reduction="sum"):
    return anything()
