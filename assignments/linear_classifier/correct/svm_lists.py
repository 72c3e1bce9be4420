"""SVM in plain lists, without NumPy."""

FUNCTIONS = {"linear_svm.svm_loss_naive": "svm_loss"}
TITLE = {"en": "SVM in plain lists, without NumPy", "ru": "SVM на обычных списках, без NumPy"}


def svm_loss(W, X, y, reg):
    W, X, y = W.tolist(), X.tolist(), y.tolist()
    D, C, N = len(W), len(W[0]), len(X)
    dW = [[2 * reg * w for w in row] for row in W]
    loss = reg * sum(w * w for row in W for w in row)
    for x, label in zip(X, y, strict=True):
        scores = [sum(x[d] * W[d][c] for d in range(D)) for c in range(C)]
        for c in range(C):
            margin = scores[c] - scores[label] + 1
            if c == label or margin <= 0:
                continue
            loss += margin / N
            for d in range(D):
                dW[d][c] += x[d] / N
                dW[d][label] -= x[d] / N
    return [loss, dW]
