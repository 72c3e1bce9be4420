"""Part accuracy: what the classifiers learn on images.

Your `train` gets training images only, with their pixels and classes mixed in a secret way. The
grader then takes W and classifies other images itself. Your `random_search` gets no images at all,
only a loss to call.
"""

import numpy as np
from helpers import lent_array, new_model


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
    # unproven: mistakes are not put to images; the part linear_classifier proves `train`
    W = check.array(model.W, shape=(cifar10.X.shape[1], num_classes), name="W")
    # unproven: as above; docs/accuracy.md, tests/acceptance/test_accuracy_attacks.py
    check.tiers(cifar10.accuracy(W), setting["tiers"], name="accuracy")


def test_svm(student, check, cifar10):
    """LinearSVM, trained by your `train` with your loss, classifies images it has not seen."""
    model = new_model(check, student.linear_classifier.LinearSVM, "train")
    award_accuracy(check, cifar10, model, cifar10.setting("svm"))


def test_softmax(student, check, cifar10):
    """Softmax, trained by your `train` with your loss, classifies images it has not seen."""
    model = new_model(check, student.linear_classifier.Softmax, "train")
    award_accuracy(check, cifar10, model, cifar10.setting("softmax"))


def make_image_loss(check, svm_losses, X, y, shape):
    """(loss, best): the mean SVM loss of W on some images, and the smallest so far with its W."""
    best = {"loss": np.inf, "W": None}

    def loss(W):
        W = lent_array(check, W, shape, "W").astype(np.float32)
        value = float(np.mean(svm_losses(X @ W, y)))
        if value < best["loss"]:
            best.update(loss=value, W=W)
        return value

    return loss, best


def test_random_search(student, reference, check, cifar10, rng):
    """random_search finds weights that classify new images better than chance, a little."""
    setting = cifar10.setting("random_search")
    shape = cifar10.X.shape[1], int(np.max(cifar10.y)) + 1
    accuracies = []
    for number in range(setting["searches"]):
        rows = slice(number * setting["images"], (number + 1) * setting["images"])
        X, y = cifar10.X[rows], cifar10.y[rows]
        loss, best = make_image_loss(check, reference.linear_svm.svm_losses, X, y, shape)
        generator = student.random_generator(rng.integers(2**32))
        result = student.optimization.random_search(
            loss, shape, setting["num_tries"], setting["scale"], generator
        )
        # unproven: mistakes are not put to images; the part optimization proves random_search
        check.that(
            best["W"] is not None,
            en="random_search must call loss(W).",
            ru="random_search должна вызывать loss(W).",
        )
        # unproven: as above
        W, smallest = check.pair(result, names=("W", "loss"))
        # unproven: as above
        check.close(smallest, best["loss"], rtol=1e-4, name="loss of the best W")
        # unproven: as above
        check.close(W, best["W"], rtol=1e-4, atol=1e-7, name="best W")
        accuracies.append(cifar10.accuracy(best["W"]))
    # unproven: as above; docs/accuracy.md has the runs behind the tiers
    check.tiers(np.mean(accuracies), setting["tiers"], name="mean accuracy")
