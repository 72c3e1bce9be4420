"""train: the minibatches do not have batch_size rows."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "batch_size is ignored",
    "ru": "batch_size не используется",
}
HINT = {
    "en": "Your minibatches do not have the size that was asked for. Take exactly batch_size "
    "rows in each step; all N of them would be gradient descent, slow and without what is "
    "stochastic in SGD.",
    "ru": "Размер ваших мини-батчей не тот, что задан. На каждом шаге берите ровно batch_size "
    "строк; все N строк — это обычный градиентный спуск, медленный и без того, что в SGD "
    "стохастическое.",
}
CAUGHT_BY = ["linear_classifier/test_batch_size"]


def shows(facts):
    if "sizes" not in facts:
        return None
    return all(size != facts["batch_size"] for size in facts["sizes"])


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), 50)
        loss, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W - learning_rate * dW
        history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=N)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += -learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    return [step(k) for k in range(num_iters)]
