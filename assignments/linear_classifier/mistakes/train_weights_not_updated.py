"""train: W stays what it was."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "W is never updated",
    "ru": "W не обновляется",
}
HINT = {
    "en": "`train` computes the gradient, but self.W stays what it was. Store the step in "
    "self.W: a local variable W, or a method that does not write to self, changes nothing "
    "in the classifier.",
    "ru": "`train` вычисляет градиент, но self.W остаётся прежней. Записывайте шаг в self.W: "
    "локальная переменная W ничего в классификаторе не меняет.",
}
CAUGHT_BY = [
    "linear_classifier/test_step",
    "linear_classifier/test_second_training_goes_on",
    "linear_classifier/test_train_learns",
    "linear_classifier/test_svm_learns",
    "linear_classifier/test_softmax_learns",
    "accuracy/test_*",
]


def shows(facts):
    if "moved" not in facts:
        return None
    return bool(np.max(np.abs(facts["moved"])) < 1)


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], reg)
        W = self.W - learning_rate * dW
        history.append(loss + 0 * W.sum())
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], _ = self.loss(X_batch, y_batch, reg)
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)[0]
        return float(loss)

    return [step(k) for k in range(num_iters)]
