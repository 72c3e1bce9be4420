"""train: one minibatch is drawn before the loop, and used in each step."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "Every step uses the same minibatch",
    "ru": "На каждом шаге один и тот же мини-батч",
}
HINT = {
    "en": "The rows are drawn once, and each step sees the same minibatch; the rest of the data "
    "is never used. Draw new row numbers inside the loop. If you seed np.random there, do "
    "that once, outside.",
    "ru": "Строки выбраны один раз, и каждый шаг видит один и тот же мини-батч, а остальные "
    "данные не участвуют. Выбирайте номера строк внутри цикла. Если вы там же задаёте "
    "зерно np.random, вынесите его наружу.",
}
CAUGHT_BY = ["linear_classifier/test_minibatches_are_random"]


def shows(facts):
    if "rows" not in facts or len(facts["rows"]) < 2:
        return None
    first = list(facts["rows"][0])
    some = len(first) < facts["num_examples"]
    return some and all(list(rows) == first for rows in facts["rows"])


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    batch = np.random.choice(len(X), batch_size)
    for _ in range(num_iters):
        loss, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W - learning_rate * dW
        history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    rows = np.random.randint(0, N, size=batch_size)
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += -learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = slice(batch_size)
        loss, slope = self.loss(X[rows], y[rows], reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    return [step(k) for k in range(num_iters)]
