"""Training and prediction. `train` is tested with a loss of our own, then with the real ones."""

import numpy as np
import pytest
from sklearn.metrics import accuracy_score


@pytest.fixture(params=["LinearSVM", "Softmax"])
def classifier(request, reference):
    """A new classifier of each kind."""
    return getattr(reference.linear_classifier, request.param)()


@pytest.fixture
def recorder(reference):
    """A classifier whose loss is ½ Σ W², with gradient W, and which notes what `train` hands it."""

    class Recorder(reference.linear_classifier.LinearClassifier):
        def __init__(self):
            super().__init__()
            self.calls = []

        def loss(self, X_batch, y_batch, reg):
            self.calls.append((X_batch, y_batch, reg, self.W))
            return 0.5 * np.sum(self.W**2), self.W

    return Recorder()


def test_injected_loss_makes_geometric_steps(recorder):
    W = np.array([[1.0, -2.0]])
    recorder.W = W
    history = recorder.train(np.ones((5, 1)), np.zeros(5, int), learning_rate=0.25, num_iters=4)
    np.testing.assert_allclose(recorder.W, 0.75**4 * W, rtol=1e-14)
    # The loss of each step is the one before its update.
    np.testing.assert_allclose(history, [2.5 * 0.75 ** (2 * k) for k in range(4)], rtol=1e-14)


def test_a_loss_set_on_the_object_is_used(classifier):
    classifier.loss = lambda X, y, reg: (7.0, np.zeros_like(classifier.W))
    assert classifier.train(np.ones((5, 1)), np.arange(5), num_iters=3) == [7.0, 7.0, 7.0]


def test_minibatches(recorder):
    X = np.arange(40.0)[:, np.newaxis]
    recorder.train(X, 3 * np.arange(40), reg=0.5, num_iters=50, batch_size=16)
    for X_batch, y_batch, reg, _ in recorder.calls:
        assert X_batch.shape == (16, 1)
        np.testing.assert_array_equal(3 * X_batch[:, 0], y_batch)  # the same rows of X and y
        assert reg == 0.5
    batches = [tuple(y_batch) for _, y_batch, _, _ in recorder.calls]
    assert len(set(batches)) == 50  # each step has its own
    assert len({row for batch in batches for row in batch}) == 40  # every example comes up
    assert any(len(set(batch)) < 16 for batch in batches)  # drawn with replacement


def test_a_minibatch_may_be_larger_than_the_data(recorder):
    recorder.train(np.ones((5, 1)), np.arange(5), num_iters=1, batch_size=200)
    assert recorder.calls[0][0].shape == (200, 1)


@pytest.mark.parametrize("num_iters", [0, 1, 7])
def test_history_is_a_list_of_floats(classifier, blobs, num_iters):
    history = classifier.train(blobs.X, blobs.y, num_iters=num_iters)
    assert isinstance(history, list)
    assert [type(loss) for loss in history] == [float] * num_iters


def test_initial_weights(classifier, blobs):
    np.random.seed(3)
    classifier.train(blobs.X, blobs.y, num_iters=0)
    np.random.seed(3)
    np.testing.assert_array_equal(classifier.W, 0.001 * np.random.randn(3, 3))


def test_number_of_classes_is_the_largest_label_plus_one(classifier):
    # uint8 is the dtype of CIFAR-10's labels, and 255 + 1 is 0 in it.
    classifier.train(np.ones((3, 2)), np.array([0, 255, 7], dtype=np.uint8), num_iters=1)
    assert classifier.W.shape == (2, 256)


def test_weights_that_are_there_are_trained_further(classifier, blobs):
    W = np.full((3, 5), 0.5)  # two more classes than the labels show
    W.setflags(write=False)  # and the caller's array, not to be written to
    classifier.W = W
    classifier.train(blobs.X, blobs.y, learning_rate=1e-8, num_iters=1)
    assert classifier.W.shape == (3, 5)
    assert 0 < np.abs(classifier.W - 0.5).max() < 1e-6


def test_same_seed_same_result(classifier, reference, blobs):
    again = type(classifier)()
    other = type(classifier)()
    histories = []
    for model, seed in [(classifier, 0), (again, 0), (other, 1)]:
        np.random.seed(seed)
        histories.append(model.train(blobs.X, blobs.y, num_iters=10, batch_size=8))
    assert histories[0] == histories[1] != histories[2]
    np.testing.assert_array_equal(classifier.W, again.W)


def test_learns_separable_classes(classifier, blobs):
    np.random.seed(0)
    history = classifier.train(blobs.X, blobs.y, learning_rate=1e-2, num_iters=300)
    assert np.mean(classifier.predict(blobs.X) == blobs.y) == 1
    assert np.mean(history[-10:]) < 0.1 * history[0]


def test_each_class_has_its_own_loss(reference, problem):
    module, (X, y) = reference.linear_classifier, (problem.X, problem.y)
    for model, loss in [
        (module.LinearSVM(), reference.linear_svm.svm_loss_naive),
        (module.Softmax(), reference.softmax.softmax_loss_naive),
    ]:
        model.W = problem.W
        value, dW = model.loss(X, y, problem.reg)
        expected_value, expected_dW = loss(problem.W, X, y, problem.reg)
        assert value == pytest.approx(expected_value, rel=1e-12)
        np.testing.assert_allclose(dW, expected_dW, rtol=1e-12, atol=1e-14)


def test_the_base_class_says_that_it_has_no_loss(reference):
    with pytest.raises(NotImplementedError, match="use LinearSVM or Softmax"):
        reference.linear_classifier.LinearClassifier().train(np.ones((2, 1)), np.array([0, 1]))


def test_predict_takes_the_largest_score(classifier):
    classifier.W = np.array([[0.0, 2.0, 1.0], [5.0, 1.0, 0.0], [1.0, 1.0, 3.0]])
    labels = classifier.predict(np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [2, 1, 0]]))
    np.testing.assert_array_equal(labels, [1, 0, 2, 0])
    assert labels.shape == (4,)
    assert np.issubdtype(labels.dtype, np.integer)


@pytest.mark.parametrize("number", [float, np.float64])
def test_float32_stays_float32(classifier, blobs, number):
    # A grid of learning rates from np.logspace holds NumPy's float64.
    X = blobs.X.astype(np.float32)
    history = classifier.train(X, blobs.y, number(1e-3), number(1e-5), num_iters=3)
    assert classifier.W.dtype == np.float32
    assert [type(loss) for loss in history] == [float] * 3


def test_pixels_may_be_integers(classifier):
    X = np.array([[0, 255], [255, 0]], dtype=np.uint8)
    classifier.train(X, np.array([0, 1]), num_iters=0)
    assert np.issubdtype(classifier.W.dtype, np.floating)
    assert classifier.W.all()  # 0.001 is 0 in uint8
    classifier.train(X, np.array([0, 1]), learning_rate=1e-5, num_iters=100)
    np.testing.assert_array_equal(classifier.predict(X), [0, 1])


def test_the_data_are_not_changed(classifier, blobs):
    X, y = blobs.X.copy(), blobs.y.copy()
    X.setflags(write=False)
    y.setflags(write=False)
    classifier.train(X, y, num_iters=2)
    classifier.predict(X)


def test_prints_only_when_asked(recorder, capsys):
    recorder.train(np.ones((5, 1)), np.arange(5), num_iters=101)
    assert capsys.readouterr().out == ""
    recorder.train(np.ones((5, 1)), np.arange(5), num_iters=101, verbose=True)
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "step 0 of 101",
        "step 100 of 101",
    ]


class TestSearch:
    """Hyperparameters, each with each."""

    @pytest.fixture
    def search(self, reference, blobs):
        """Search over the blobs; half of them are for validation."""

        def run(classifier, learning_rates, regs, **options):
            X, y = blobs.X, blobs.y
            function = reference.linear_classifier.search_hyperparameters
            return function(
                classifier, X[:150], y[:150], X[150:], y[150:], learning_rates, regs, **options
            )

        return run

    def test_results_are_the_accuracies_of_each_pair(self, search, reference, blobs):
        np.random.seed(0)
        best, results = search(reference.linear_classifier.Softmax, [1e-8, 1e-1], [0.0, 1e-3])
        assert set(results) == {(1e-8, 0.0), (1e-8, 1e-3), (1e-1, 0.0), (1e-1, 1e-3)}
        assert results[1e-1, 1e-3] == (1.0, 1.0)
        assert all(0 <= share <= 1 for pair in results.values() for share in pair)
        accuracy = np.mean(best.predict(blobs.X[150:]) == blobs.y[150:])
        assert accuracy == max(val for _, val in results.values())

    def test_accuracies_are_scikit_learns(self, search, reference, blobs):
        best, results = search(reference.linear_classifier.LinearSVM, [1e-4], [1e-3], num_iters=1)
        predicted = best.predict(blobs.X)
        expected = [accuracy_score(blobs.y[half], predicted[half])
                    for half in (slice(150), slice(150, None))]  # fmt: skip
        np.testing.assert_allclose(results[1e-4, 1e-3], expected)

    def test_each_pair_has_a_classifier_of_its_own(self, search):
        made = []

        class Recorder:
            def __init__(self):
                made.append(self)
                self.calls = []

            def train(self, X, y, **settings):
                self.calls.append((len(X), len(y), settings))

            def predict(self, X):
                return np.zeros(len(X), int)

        best, _ = search(Recorder, [1.0, 2.0], [3.0], num_iters=5)
        assert [model.calls for model in made] == [
            [(150, 150, {"learning_rate": rate, "reg": 3.0, "num_iters": 5})] for rate in (1.0, 2.0)
        ]
        assert best is made[0]  # the first of equals

    def test_a_classifier_that_learned_nothing_is_still_an_answer(self, search):
        class Wrong:
            def train(self, X, y, **_):
                pass

            def predict(self, X):
                return np.full(len(X), -1)

        best, results = search(Wrong, [1.0], [1.0])
        assert isinstance(best, Wrong)
        assert results == {(1.0, 1.0): (0.0, 0.0)}
