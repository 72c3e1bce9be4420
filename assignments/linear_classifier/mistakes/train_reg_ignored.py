"""train: loss gets another reg than train."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "reg does not reach the loss",
    "ru": "reg не доходит до функции потерь",
}
HINT = {
    "en": "`loss` is called with another strength of regularization than `train` got. Hand "
    "`reg` on as it is: self.loss(X_batch, y_batch, reg). The factor 2 and the rest are "
    "the loss's business.",
    "ru": "`loss` вызывается не с той силой регуляризации, которую получил `train`. Передавайте "
    "`reg` как есть: self.loss(X_batch, y_batch, reg). Множитель 2 и всё прочее — дело "
    "самой функции потерь.",
}
CAUGHT_BY = ["linear_classifier/test_reg_reaches_loss"]


def shows(facts):
    if "regs" not in facts:
        return None
    return not any(np.isclose(reg, facts["reg"]) for reg in facts["regs"])


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], 0.0)
        self.W = self.W - learning_rate * dW
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
        losses[it], gradient = self.loss(X_batch, y_batch, reg / 2)
        self.W += -learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), 1e-5)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    return [step(k) for k in range(num_iters)]
