"""train: the minibatches are taken in the order of the data."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "The minibatches follow the order of the data",
    "ru": "Мини-батчи идут в порядке данных",
}
HINT = {
    "en": "Your minibatches are consecutive rows, the same in each pass. If the data are sorted "
    "by class, a step sees one class only. Draw the rows at random: np.random.choice, or "
    "a new np.random.permutation for each pass.",
    "ru": "Ваши мини-батчи — подряд идущие строки, одни и те же при каждом проходе. Если данные "
    "отсортированы по классам, шаг увидит только один класс. Выбирайте строки случайно: "
    "np.random.choice или новая np.random.permutation на каждый проход.",
}
CAUGHT_BY = ["linear_classifier/test_minibatches_are_random"]


def shows(facts):
    if "rows" not in facts or len(facts["rows"]) < 2:
        return None
    N, first = facts["num_examples"], list(facts["rows"][0])
    consecutive = all(np.all(np.diff(rows) % N == 1) for rows in facts["rows"])
    return bool(consecutive and any(list(rows) != first for rows in facts["rows"]))


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for step in range(num_iters):
        batch = np.arange(step * batch_size, (step + 1) * batch_size) % len(X)
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
        start = it * batch_size % (N - batch_size + 1)
        rows = slice(start, start + batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += -learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(k):
        rows = np.roll(np.arange(len(y)), -k * batch_size)[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    return [step(k) for k in range(num_iters)]
