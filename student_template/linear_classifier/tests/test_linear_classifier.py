"""Public tests of linear_classifier.py."""

import numpy as np
import pytest
from linear_classifier import LinearClassifier, LinearSVM, Softmax, search_hyperparameters


class Recorder(LinearClassifier):
    """Has the loss ½ Σ W² with the gradient W, and keeps the minibatches that it is given."""

    def __init__(self):
        super().__init__()
        self.batches = []

    def loss(self, X_batch, y_batch, reg):
        self.batches.append((X_batch, y_batch, reg))
        return 0.5 * np.sum(self.W**2), self.W.copy()


def test_train_makes_gradient_steps():
    model = Recorder()
    model.W = np.array([[8.0]])
    history = model.train(np.ones((5, 1)), np.zeros(5, int), learning_rate=0.5, num_iters=3)
    assert len(history) == 3, "one loss for each step / по одному значению потерь на каждый шаг"
    assert history == pytest.approx([32, 8, 2]), (
        "each step: loss and dW from self.loss, then W - learning_rate * dW; start from the W that"
        " is there / на каждом шаге: loss и dW из self.loss, затем W - learning_rate * dW;"
        " если W уже есть, начинайте с него"
    )
    np.testing.assert_allclose(
        model.W, [[1.0]], err_msg="the last step counts too / последний шаг тоже нужен"
    )


def test_train_draws_minibatches():
    model = Recorder()
    model.train(np.arange(50.0).reshape(50, 1), np.arange(50), reg=0.25, num_iters=5, batch_size=8)
    for X_batch, y_batch, reg in model.batches:
        assert X_batch.shape == (8, 1), (
            "batch_size rows of X in each step / на каждом шаге batch_size строк из X"
        )
        np.testing.assert_array_equal(
            X_batch[:, 0],
            y_batch,
            err_msg="take the same rows of X and y / берите одни и те же строки из X и y",
        )
        assert reg == 0.25, "hand reg to self.loss / передайте reg в self.loss"
    assert len({tuple(y_batch) for _, y_batch, _ in model.batches}) == 5, (
        "draw a new minibatch in each step / на каждом шаге выбирайте новый мини-батч"
    )


def test_train_makes_initial_weights():
    model = Recorder()
    model.train(np.ones((6, 4)), np.array([0, 1, 2, 0, 1, 2]), num_iters=1)
    assert model.W.shape == (4, 3), (
        "W is (D, C), where C = max(y) + 1 / форма W — (D, C), где C = max(y) + 1"
    )
    assert 0 < np.abs(model.W).max() < 0.01, (
        "start with 0.001 * np.random.randn(D, C) / начните с 0.001 * np.random.randn(D, C)"
    )


def test_predict():
    model = LinearSVM()
    model.W = np.array([[0.0, 2.0, 1.0], [5.0, 1.0, 0.0]])
    labels = model.predict(np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [3.0, 1.0]]))
    np.testing.assert_array_equal(
        labels,
        [1, 0, 0, 1],
        err_msg="the number of the largest score in each row of XW"
        " / номер наибольшей оценки в каждой строке XW",
    )


@pytest.mark.parametrize("classifier", [LinearSVM, Softmax])
def test_learns_to_separate(classifier):
    rng = np.random.default_rng(0)
    y = rng.integers(3, size=300)
    centres = np.array([[6.0, 0.0], [-6.0, 6.0], [-6.0, -6.0]])
    X = np.hstack([centres[y] + rng.normal(size=(300, 2)), np.ones((300, 1))])
    model = classifier()
    history = model.train(X, y, learning_rate=1e-2, num_iters=200)
    assert history[-1] < 0.5 * history[0], (
        "the loss must fall: step against the gradient"
        " / потери должны убывать: шагайте против градиента"
    )
    assert np.mean(model.predict(X) == y) > 0.95, (
        "three distant groups of points: nearly every one must be recognized"
        " / три далёкие друг от друга группы точек: почти каждая точка должна быть распознана"
    )


# {(learning rate, reg): (training accuracy, validation accuracy)}
ACCURACIES = {
    (0.1, 0.0): (1.0, 0.5),
    (0.1, 1.0): (0.75, 0.75),
    (0.5, 0.0): (0.5, 0.25),
    (0.5, 1.0): (0.25, 0.0),
}


class Rehearsed:
    """Learns nothing, and has the accuracies above. The rows of X_train are ones."""

    def __init__(self):
        self.pair = None

    def train(self, X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, **_):
        assert self.pair is None, (
            "make a new classifier for each pair / для каждой пары создавайте новый классификатор"
        )
        assert X[0, 0] == 1, "train on X_train only / обучайте только на X_train"
        assert num_iters == 7, "hand num_iters to train / передайте num_iters в train"
        self.pair = learning_rate, reg

    def predict(self, X):
        accuracy = ACCURACIES[self.pair][0 if X[0, 0] == 1 else 1]
        return np.where(np.arange(len(X)) < accuracy * len(X), 0, 9)


def test_search_chooses_by_validation_accuracy():
    X_train, X_val, labels = np.ones((4, 1)), np.full((4, 1), 2.0), np.zeros(4, int)
    best, results = search_hyperparameters(
        Rehearsed, X_train, labels, X_val, labels, [0.1, 0.5], [0.0, 1.0], num_iters=7
    )
    assert results == ACCURACIES, (
        "every pair of a learning rate and a reg, with its two accuracies"
        " / все пары (learning_rate, reg), и для каждой — две точности"
    )
    assert best.pair == (0.1, 1.0), (
        "the best is the one with the highest validation accuracy"
        " / лучший — тот, у кого выше точность на валидационной выборке"
    )
