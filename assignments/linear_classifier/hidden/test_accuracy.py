"""Part accuracy: what the classifiers learn on images.

Your `train` gets training images only, with their pixels and classes mixed in a secret way. The
grader then takes W and classifies other images itself.
"""

import numpy as np
from helpers import new_model


def award_accuracy(check, cifar10, model, setting):
    """Train `model` on the images and award its accuracy on others."""
    model.train(
        cifar10.X,
        cifar10.y,
        learning_rate=setting["learning_rate"],
        reg=setting["reg"],
        num_iters=setting["num_iters"],
        batch_size=setting["batch_size"],
    )
    num_classes = int(np.max(cifar10.y)) + 1
    W = check.array(model.W, shape=(cifar10.X.shape[1], num_classes), name="W")
    check.tiers(cifar10.accuracy(W), setting["tiers"], name="accuracy")


def test_svm(student, check, cifar10):
    """LinearSVM, trained by your `train` with your loss, classifies images it has not seen."""
    model = new_model(check, student.linear_classifier.LinearSVM, "train")
    award_accuracy(check, cifar10, model, cifar10.setting("svm"))


def test_softmax(student, check, cifar10):
    """Softmax, trained by your `train` with your loss, classifies images it has not seen."""
    model = new_model(check, student.linear_classifier.Softmax, "train")
    award_accuracy(check, cifar10, model, cifar10.setting("softmax"))
