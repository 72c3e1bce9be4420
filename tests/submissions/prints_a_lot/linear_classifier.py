import numpy as np
from linear_svm import svm_loss_vectorized
from softmax import softmax_loss_vectorized


class LinearClassifier:
    def __init__(self):
        self.W = None

    def train(
        self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False
    ):
        N, D = X.shape
        if self.W is None:
            self.W = 0.001 * np.random.randn(D, np.max(y) + 1)
        loss_history = []
        for it in range(num_iters):
            rows = np.random.choice(N, batch_size)
            loss, grad = self.loss(X[rows], y[rows], reg)
            loss_history.append(loss)
            self.W = self.W - learning_rate * grad
            if verbose and it % 100 == 0:
                print("iteration", it, "loss", loss)
        return loss_history

    def predict(self, X):
        return np.argmax(X.dot(self.W), axis=1)

    def loss(self, X_batch, y_batch, reg):
        raise NotImplementedError


class LinearSVM(LinearClassifier):
    def loss(self, X_batch, y_batch, reg):
        return svm_loss_vectorized(self.W, X_batch, y_batch, reg)


class Softmax(LinearClassifier):
    def loss(self, X_batch, y_batch, reg):
        return softmax_loss_vectorized(self.W, X_batch, y_batch, reg)


def search_hyperparameters(
    classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200
):
    """Train with every pair of hyperparameters, and choose by the accuracy on the validation set.

    Args:
        classifier: what makes a new classifier when called, such as the class `LinearSVM`.
        X_train, y_train: the examples to train on; see the conventions at the top of this file.
        X_val, y_val: other examples, to compare the classifiers on.
        learning_rates, regs: the values to try, each with each.
        num_iters: the number of steps of each training.

    Returns:
        best: the trained classifier with the highest validation accuracy, the first of equals.
        results: {(learning rate, reg): (training accuracy, validation accuracy)}, as shares from
            0 to 1.

    Source: cs231n, assignment 1; the lecture's slides on train, validation and test sets.
    """
    best, best_accuracy, results = None, -1.0, {}
    for learning_rate in learning_rates:
        for reg in regs:
            model = classifier()
            model.train(X_train, y_train, learning_rate=learning_rate, reg=reg, num_iters=num_iters)
            train_accuracy = float(np.mean(model.predict(X_train) == y_train))
            val_accuracy = float(np.mean(model.predict(X_val) == y_val))
            results[learning_rate, reg] = train_accuracy, val_accuracy
            if val_accuracy > best_accuracy:
                best, best_accuracy = model, val_accuracy
    return best, results
