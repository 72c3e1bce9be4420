"""train: it stops when the data are used up."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "Training ends after one pass over the data",
    "ru": "Обучение кончается после одного прохода по данным",
}
HINT = {
    "en": "There are fewer steps than num_iters: the loop ends when every row was used once. "
    "Go on with the next pass over the data, or draw each minibatch anew.",
    "ru": "Шагов меньше, чем num_iters: цикл кончается, когда каждая строка побывала в "
    "мини-батче. Начинайте следующий проход по данным или выбирайте каждый мини-батч "
    "заново.",
}
CAUGHT_BY = [
    "linear_classifier/test_history",
    "linear_classifier/test_batch_size",
    "linear_classifier/test_minibatches_are_random",
]


def shows(facts):
    if "steps_made" not in facts or facts["steps_made"] >= facts["steps_asked"]:
        return None
    return True


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history, order = [], np.random.permutation(len(X))
    for start in range(0, len(X) - batch_size + 1, batch_size):
        if len(history) == num_iters:
            break
        batch = order[start : start + batch_size]
        loss, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W - learning_rate * dW
        history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses, unused = [], np.arange(N)
    np.random.shuffle(unused)
    while len(losses) < num_iters and len(unused) >= batch_size:
        rows, unused = unused[:batch_size], unused[batch_size:]
        loss, gradient = self.loss(X[rows], y[rows], reg)
        self.W += -learning_rate * gradient
        losses.append(loss)
    return losses


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(rows):
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    batches = len(y) // batch_size
    order = np.random.permutation(len(y))[: batches * batch_size].reshape(batches, batch_size)
    return [step(rows) for rows in order[:num_iters]]
