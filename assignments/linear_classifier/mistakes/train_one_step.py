"""train: W moves once, after the loop."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "W is updated once, not in every iteration",
    "ru": "W обновляется один раз, а не на каждой итерации",
}
HINT = {
    "en": "After several iterations W has moved by a single step: the update stands outside the "
    "loop, or starts from the old W each time. Every iteration moves the W that the last "
    "one left.",
    "ru": "После нескольких итераций W сдвинулась лишь на один шаг: обновление стоит вне цикла "
    "или каждый раз начинается со старой W. Каждая итерация сдвигает ту W, которую "
    "оставила предыдущая.",
}
CAUGHT_BY = [
    "linear_classifier/test_step",
    "linear_classifier/test_train_learns",
    "linear_classifier/test_softmax_learns",
]


def shows(facts):
    if "moved" not in facts:
        return None
    step = -facts["learning_rate"] * facts["gradient"]
    return bool(facts["num_iters"] > 1 and np.allclose(facts["moved"], step, rtol=0.01))


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], reg)
        history.append(loss)
    self.W = self.W - learning_rate * dW
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    start = self.W.copy()
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W = start - learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        return float(loss), slope

    steps = [step(k) for k in range(num_iters)]
    self.W = np.subtract(self.W, np.multiply(learning_rate, steps[-1][1]))
    return [loss for loss, _ in steps]
