"""Linear classifiers trained by stochastic gradient descent (SGD).

Conventions:
    N examples, D features (the bias is one more feature, always 1), C classes.

    W: (D, C) float, the weights. On the slide W is (C, D) and the scores are Wx; in code an example
        is a row of X, so W is transposed and the scores are XW.
    X: (N, D), one example a row.
    y: (N,) integer, the correct class of each example, 0 to C - 1.
"""

import numpy as np
from linear_svm import svm_loss_vectorized
from softmax import softmax_loss_vectorized


class LinearClassifier:
    """What all linear classifiers share: a subclass adds `loss`.

    Attributes:
        W: (D, C), the weights; None before training.
    """

    def __init__(self):
        self.W = None

    def train(
        self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False
    ):
        """Train by SGD: W ← W - learning_rate · dW, each step on a new random minibatch.

        Weights that are there already are trained further. Otherwise they start as
        0.001 · randn(D, C), where C = max(y) + 1. Minibatches are drawn with replacement by
        `np.random`: call `np.random.seed` before to get the same result again.

        Args:
            X, y: see the conventions at the top of this file.
            learning_rate: the length of a step, as a share of the gradient.
            reg: the strength of the L2 regularization, handed to `loss`.
            num_iters: the number of steps.
            batch_size: the number of examples in a minibatch.
            verbose: print the loss every 100 steps.

        Returns:
            The loss of each minibatch before its step: a list of `num_iters` floats.

        Source: cs231n, notes on optimization; the lecture's slide "Stochastic Gradient Descent".
        """
        num_examples, num_features = X.shape
        if self.W is None:
            num_classes = int(np.max(y)) + 1
            W = 0.001 * np.random.randn(num_features, num_classes)
            self.W = W.astype(np.result_type(X.dtype, np.float32))  # float32 X: float32 W
        learning_rate = float(learning_rate)  # NumPy's float64 would turn a float32 W into float64

        loss_history = []
        for step in range(num_iters):
            batch = np.random.choice(num_examples, batch_size)  # (batch_size,) row numbers
            loss, dW = self.loss(X[batch], y[batch], reg)
            self.W = self.W - learning_rate * dW
            loss_history.append(float(loss))
            if verbose and step % 100 == 0:
                print(f"step {step} of {num_iters}: loss {loss:.4f}")
        return loss_history

    def predict(self, X):
        """The class with the largest score for each example: (N,) integers."""
        return np.argmax(X @ self.W, axis=1)

    def loss(self, X_batch, y_batch, reg):
        """Loss and gradient of a minibatch: (a number, (D, C) array). Each subclass has its own."""
        raise NotImplementedError("LinearClassifier has no loss: use LinearSVM or Softmax")


class LinearSVM(LinearClassifier):
    """Linear classifier with the multiclass SVM loss."""

    def loss(self, X_batch, y_batch, reg):
        """Multiclass SVM loss of a minibatch, and its gradient; see `svm_loss_vectorized`."""
        return svm_loss_vectorized(self.W, X_batch, y_batch, reg)


class Softmax(LinearClassifier):
    """Linear classifier with the softmax (cross-entropy) loss."""

    def loss(self, X_batch, y_batch, reg):
        """Softmax loss of a minibatch, and its gradient; see `softmax_loss_vectorized`."""
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
