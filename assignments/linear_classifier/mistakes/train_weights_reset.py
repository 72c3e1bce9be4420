"""train: each call of train starts from new weights."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "Each call of train forgets what was learned before",
    "ru": "Каждый вызов train забывает выученное",
}
HINT = {
    "en": "You make new weights at each call, so a second training starts from nothing. Make "
    "them only where self.W is None, and go on with what is there otherwise.",
    "ru": "Вы создаёте новые веса при каждом вызове, и второе обучение начинается с нуля. "
    "Создавайте их, только если self.W is None, а иначе продолжайте с тем, что есть.",
}
CAUGHT_BY = ["linear_classifier/test_second_training_goes_on"]


def shows(facts):
    if "second" not in facts:
        return None
    return bool(np.max(np.abs(facts["first"])) > 10 and np.max(np.abs(facts["second"])) < 10)


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W - learning_rate * dW
        history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += -learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    return [step(k) for k in range(num_iters)]
