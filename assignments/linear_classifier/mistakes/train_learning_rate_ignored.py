"""train: the step has another factor than learning_rate."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "learning_rate is ignored",
    "ru": "learning_rate не используется",
}
HINT = {
    "en": "The length of your step does not depend on learning_rate: W goes by the whole "
    "gradient, or by a factor of your own. Multiply by the argument: W = W - "
    "learning_rate * dW.",
    "ru": "Длина вашего шага не зависит от learning_rate: W сдвигается на весь градиент или с "
    "каким-то вашим множителем. Умножайте на аргумент: W = W - learning_rate * dW.",
}
CAUGHT_BY = ["linear_classifier/test_step"]


def shows(facts):
    if "moved" not in facts:
        return None
    ratios = -facts["moved"] / facts["gradient"] / facts["num_iters"]
    return any(np.allclose(ratios, factor, rtol=0.01) for factor in (1, 1e-3))


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W - dW
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
        self.W += -gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.subtract(self.W, slope)
        return float(loss)

    return [step(k) for k in range(num_iters)]
