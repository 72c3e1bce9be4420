"""train: the list of losses does not have an item for each iteration."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "The loss history has another length than num_iters",
    "ru": "Длина истории потерь не равна num_iters",
}
HINT = {
    "en": "The history has one loss for each of the num_iters iterations. Append in every pass "
    "of the loop, not only where the loss is printed, and neither before the loop nor "
    "after it.",
    "ru": "В истории одно значение потерь на каждую из num_iters итераций. Добавляйте его при "
    "каждом проходе цикла, а не только там, где потери печатаются, и не делайте этого до "
    "цикла или после него.",
}
CAUGHT_BY = ["linear_classifier/test_history"]


def shows(facts):
    if "steps_made" in facts and facts["steps_made"] < facts["steps_asked"]:
        return False  # training ended early
    if facts.get("history") is None:
        return None
    return len(facts["history"]) != facts["num_iters_asked"]


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for step in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W - learning_rate * dW
        if step % 100 == 0:
            history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters + 1)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += -learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    return [step(k) for k in range(num_iters)][-1:]
