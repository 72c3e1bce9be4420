"""train: W moves along the gradient."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "W moves along the gradient, uphill",
    "ru": "W движется по градиенту — вверх",
}
HINT = {
    "en": "You add the gradient to W. It points to where the loss grows; to make the loss "
    "smaller go against it: W = W - learning_rate * dW.",
    "ru": "Вы прибавляете градиент к W. Он указывает туда, где потери растут; чтобы они "
    "уменьшались, идите против него: W = W - learning_rate * dW.",
}
CAUGHT_BY = [
    "linear_classifier/test_step",
    "linear_classifier/test_train_learns",
    "linear_classifier/test_svm_learns",
    "linear_classifier/test_softmax_learns",
    "accuracy/test_*",
]


def shows(facts):
    if "moved" not in facts:
        return None
    steps = facts["learning_rate"] * facts["num_iters"]
    return bool(np.allclose(facts["moved"], steps * facts["gradient"], rtol=0.01))


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W + learning_rate * dW
        history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.add(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    return [step(k) for k in range(num_iters)]
