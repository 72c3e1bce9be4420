"""train: no list of losses is returned."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "The loss history is not returned",
    "ru": "История потерь не возвращается",
}
HINT = {
    "en": "`train` must return the losses of all iterations as a list. Append the loss of each "
    "step to a list, and return the list after the loop; without `return` Python returns "
    "None.",
    "ru": "`train` должен вернуть список потерь на всех итерациях. Добавляйте потери каждого "
    "шага в список и верните его после цикла; без `return` Python возвращает None.",
}
CAUGHT_BY = ["linear_classifier/test_history"]


def shows(facts):
    return None if "num_iters_asked" not in facts else facts["history"] is None


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        _, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W - learning_rate * dW


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += -learning_rate * gradient
    self.losses = losses


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    for k in range(num_iters):
        self.last_loss = step(k)
