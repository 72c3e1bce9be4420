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

        Weights that are there already are trained further. Otherwise start with
        0.001 * np.random.randn(D, C), where C = max(y) + 1.

        Hint: np.random.choice(N, batch_size) draws row numbers with replacement; take the same
        rows of X and y. Get loss and dW from self.loss(X_batch, y_batch, reg), whatever loss that
        is. There is one loop, over the steps.

        Args:
            X, y: see the conventions at the top of this file. Do not change them.
            learning_rate: the length of a step, as a share of the gradient.
            reg: the strength of the L2 regularization, handed to `loss`.
            num_iters: the number of steps.
            batch_size: the number of examples in a minibatch.
            verbose: print the loss every 100 steps.

        Returns:
            The loss of each minibatch before its step: a list of `num_iters` floats.
        """
        raise NotImplementedError(
            "LinearClassifier.train is not implemented yet: write it in linear_classifier.py"
            " / пока не реализовано: допишите в linear_classifier.py"
        )

    def predict(self, X):
        """The class with the largest score for each example.

        Hint: np.argmax with the right axis.

        Args:
            X: (N, D).

        Returns:
            (N,) integers, 0 to C - 1.
        """
        raise NotImplementedError(
            "LinearClassifier.predict is not implemented yet: write it in linear_classifier.py"
            " / пока не реализовано: допишите в linear_classifier.py"
        )

    def loss(self, X_batch, y_batch, reg):
        """Loss and gradient of a minibatch: (a number, (D, C) array). Each subclass has its own."""
        raise NotImplementedError("LinearClassifier has no loss: use LinearSVM or Softmax")


class LinearSVM(LinearClassifier):
    """Linear classifier with the multiclass SVM loss. Nothing to write here."""

    def loss(self, X_batch, y_batch, reg):
        """Multiclass SVM loss of a minibatch, and its gradient; see `svm_loss_vectorized`."""
        return svm_loss_vectorized(self.W, X_batch, y_batch, reg)


class Softmax(LinearClassifier):
    """Linear classifier with the softmax (cross-entropy) loss. Nothing to write here."""

    def loss(self, X_batch, y_batch, reg):
        """Softmax loss of a minibatch, and its gradient; see `softmax_loss_vectorized`."""
        return softmax_loss_vectorized(self.W, X_batch, y_batch, reg)


def search_hyperparameters(
    classifier, X_train, y_train, X_val, y_val, learning_rates, regs, num_iters=200
):
    """Train with every pair of hyperparameters, and choose by the accuracy on the validation set.

    Hint: make a new classifier for each pair with classifier(), and train it with
    train(X_train, y_train, learning_rate=…, reg=…, num_iters=…). The accuracy is the share of
    labels that predict gets right. The validation examples are for comparing, never for training.

    Args:
        classifier: what makes a new classifier when called, such as the class `LinearSVM`.
        X_train, y_train: the examples to train on; see the conventions at the top of this file.
        X_val, y_val: other examples, to compare the classifiers on.
        learning_rates, regs: the values to try, each with each.
        num_iters: the number of steps of each training.

    Returns:
        best: the trained classifier with the highest validation accuracy.
        results: {(learning rate, reg): (training accuracy, validation accuracy)}, as shares from
            0 to 1.
    """
    raise NotImplementedError(
        "search_hyperparameters is not implemented yet: write it in linear_classifier.py"
        " / пока не реализовано: допишите в linear_classifier.py"
    )
