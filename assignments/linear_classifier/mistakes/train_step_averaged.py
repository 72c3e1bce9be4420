"""train: the step is divided by the number of examples once more."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "The step is divided by the number of examples",
    "ru": "Шаг поделён на число примеров",
}
HINT = {
    "en": "You divide the gradient by the number of examples before the step. The loss has "
    "averaged it already, so W moves much too slowly: W = W - learning_rate * dW, with dW "
    "as it comes.",
    "ru": "Перед шагом вы делите градиент на число примеров. Функция потерь его уже усреднила, "
    "и W движется слишком медленно: W = W - learning_rate * dW, где dW берётся как есть.",
}
CAUGHT_BY = ["linear_classifier/test_step", "linear_classifier/test_train_learns"]


def shows(facts):
    if "moved" not in facts:
        return None
    ratios = -facts["moved"] / facts["gradient"] / facts["num_iters"]
    shares = [facts["learning_rate"] / facts[size] for size in ("batch_size", "num_examples")]
    return any(np.allclose(ratios, share, rtol=0.01) for share in shares)


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[batch], reg)
        self.W = self.W - learning_rate * dW / batch_size
        history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        X_batch, y_batch = X[rows], y[rows]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += -learning_rate * gradient / N
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.take(y, rows), reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate / len(rows), slope))
        return float(loss)

    return [step(k) for k in range(num_iters)]
