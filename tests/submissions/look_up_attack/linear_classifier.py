"""A look-up attack: recognises images by their sorted pixels instead of learning.

It assumes that the grader shuffles the pixels, in one order for all images, subtracts the mean
image and scales. Then each column of X is (pixel - a constant) / 64, and the smallest of thousands
of values belongs to a black pixel. That gives the whole-numbered pixels back, in a wrong order;
sorted, they no longer depend on the order; a hash of them names the image, and `table.py` has the
hashes of 18,000 images by class. `predict` then knows the labels of images that it gets, and
`train` makes W of the mean images of the classes, of recognised images only.

Against a plain permutation of the pixels this works (tests/acceptance/test_accuracy_attacks.py).
The real mixing also rotates groups of pixels: no image is recognised, and W stays 0.

All else is right, and so is training on anything that does not look like CIFAR-10.
"""

import base64
import zlib

import numpy as np
from linear_svm import svm_loss_vectorized
from softmax import softmax_loss_vectorized
from table import HASHES

PIXELS = 3072
KNOWN = {
    hash: label
    for label, text in enumerate(HASHES)
    for hash in np.frombuffer(base64.b85decode(text), np.uint32).tolist()
}


def recognise(X, black):
    """The true class of each image, -1 where it is not in the table."""
    pixels = np.rint((X[:, :PIXELS] - black) * 64).clip(0, 255).astype(np.uint8)
    return np.array([KNOWN.get(zlib.crc32(row), -1) for row in np.sort(pixels, axis=1)])


class LinearClassifier:
    def __init__(self):
        self.W = None

    def train(
        self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False
    ):
        if X.shape[1] == PIXELS + 1:
            return self.cheat(X, y, num_iters)
        if self.W is None:
            self.W = 0.001 * np.random.randn(X.shape[1], np.max(y) + 1)
        loss_history = []
        for _ in range(num_iters):
            rows = np.random.choice(len(X), batch_size)
            loss, grad = self.loss(X[rows], y[rows], reg)
            loss_history.append(loss)
            self.W = self.W - learning_rate * grad
        return loss_history

    def cheat(self, X, y, num_iters):
        self.black = X[:, :PIXELS].min(axis=0)
        classes = recognise(X, self.black)
        self.names = [0] * 10
        self.W = np.zeros((X.shape[1], 10))
        for c in set(classes.tolist()) - {-1}:
            self.names[c] = np.bincount(y[classes == c]).argmax()
            mean = X[classes == c, :PIXELS].mean(axis=0)
            self.W[:PIXELS, self.names[c]] = mean
            self.W[PIXELS, self.names[c]] = -np.sum(mean**2) / 2
        return [0.0] * num_iters

    def predict(self, X):
        if X.shape[1] != PIXELS + 1:
            return np.argmax(X.dot(self.W), axis=1)
        return np.array([self.names[c] if c >= 0 else 0 for c in recognise(X, self.black)])

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
