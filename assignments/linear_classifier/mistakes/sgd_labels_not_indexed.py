"""sgd: y_batch does not hold the labels of the rows in X_batch."""

import numpy as np

FUNCTIONS = ["optimization.sgd"]
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
CAUGHT_BY = ["optimization/test_sgd_labels_follow_rows"]


def shows(facts):
    return None if "labels_match" not in facts else not all(facts["labels_match"])


def one(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    history = []
    for _ in range(num_steps):
        batch = rng.choice(len(X), batch_size, replace=False)
        loss, dW = loss_and_grad(W, X[batch], y[:batch_size])
        W = W - learning_rate * dW
        history.append(float(loss))
    return W, history


def two(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    W, losses = W.copy(), np.zeros(num_steps)
    for k in range(num_steps):
        rows = rng.integers(len(y), size=batch_size)
        X_batch, y_batch = X[rows], y[rng.integers(len(y), size=batch_size)]
        losses[k], slope = loss_and_grad(W, X_batch, y_batch)
        W -= learning_rate * slope
    return W, losses.tolist()


def three(loss_and_grad, W, X, y, learning_rate, batch_size, num_steps, rng):
    steps = []
    while len(steps) < num_steps:
        rows = rng.permutation(X.shape[0])[:batch_size]
        loss, slope = loss_and_grad(W, np.take(X, rows, axis=0), np.sort(y)[:batch_size])
        W = np.subtract(W, np.multiply(learning_rate, slope))
        steps.append(loss)
    return W, steps
