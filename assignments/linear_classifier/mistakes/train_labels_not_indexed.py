"""train: y_batch does not hold the labels of the rows in X_batch."""

import numpy as np

FUNCTIONS = ["linear_classifier.LinearClassifier.train"]
RESULT = None
TITLE = {
    "en": "The labels are not taken with the rows of the minibatch",
    "ru": "Метки взяты не для тех строк, что в батче",
}
HINT = {
    "en": "X_batch and y_batch must be the same rows: X[batch] and y[batch] with one array of "
    "row numbers. With other labels, the classifier is taught what is not there.",
    "ru": "X_batch и y_batch — это одни и те же строки: X[batch] и y[batch] с одним массивом "
    "номеров. С чужими метками классификатор учится тому, чего нет.",
}
CAUGHT_BY = [
    "linear_classifier/test_labels_follow_rows",
    "linear_classifier/test_train_learns",
    "linear_classifier/test_svm_learns",
    "linear_classifier/test_softmax_learns",
]


def shows(facts):
    return None if "labels_match" not in facts else not all(facts["labels_match"])


def one(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if self.W is None:
        self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
    history = []
    for _ in range(num_iters):
        batch = np.random.choice(len(X), batch_size)
        loss, dW = self.loss(X[batch], y[:batch_size], reg)
        self.W = self.W - learning_rate * dW
        history.append(loss)
    return history


def two(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    N, D = X.shape
    if self.W is None:
        self.W = np.random.normal(0, 1e-3, (D, len(np.unique(y))))
    losses = np.zeros(num_iters)
    for it in range(num_iters):
        rows = np.random.randint(0, N, size=batch_size)
        X_batch, y_batch = X[rows], y[np.random.randint(0, N, size=batch_size)]
        losses[it], gradient = self.loss(X_batch, y_batch, reg)
        self.W += -learning_rate * gradient
    return losses.tolist()


def three(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
    if getattr(self, "W", None) is None:
        self.W = np.zeros((X.shape[1], y.max() + 1))

    def step(_):
        rows = np.random.permutation(len(y))[:batch_size]
        loss, slope = self.loss(np.take(X, rows, axis=0), np.sort(y)[:batch_size], reg)
        self.W = np.subtract(self.W, np.multiply(learning_rate, slope))
        return float(loss)

    return [step(k) for k in range(num_iters)]
