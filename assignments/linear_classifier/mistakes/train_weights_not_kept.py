"""train: the weights stay in a local variable."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "The trained weights are not kept in self.W",
    "ru": "Обученные веса не сохранены в self.W",
}
HINT = {
    "en": "After `train` self.W is still None: the weights live in a local variable, and are "
    "gone when the method ends. `predict` and the loss look for them in self.W.",
    "ru": "После `train` в self.W по-прежнему None: веса живут в локальной переменной и "
    "пропадают, когда метод завершается. А `predict` и функция потерь ищут их в self.W.",
}
CAUGHT_BY = [
    "linear_classifier/test_step",
    "linear_classifier/test_second_training_goes_on",
    "linear_classifier/test_*_learns",
    "accuracy/test_svm",
    "accuracy/test_softmax",
]


def shows(facts):
    if not {"moved", "second"} & set(facts):
        return None
    return facts.get("moved", facts.get("second")) is None


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], reg)
        W = W - learning_rate * dW
        history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    weights = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        losses[it], gradient = self.loss(X[rows], y[rows], reg)
        weights += -learning_rate * gradient
    self.weights = weights
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    def step(W):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        return float(loss), np.subtract(W, np.multiply(learning_rate, slope))

    steps = [(None, np.zeros((X.shape[1], y.max() + 1)))]
    while len(steps) <= num_iters:
        steps.append(step(steps[-1][1]))
    return [loss for loss, _ in steps[1:]]
