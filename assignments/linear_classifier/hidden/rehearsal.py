"""Classifiers that only pretend to learn, for the tests of `search_hyperparameters`.

They are objects of the student's class whose `train` and `predict` are the judge's: `train` notes
what it is given, and `predict` then is right as often as was set for that pair.
"""

from dataclasses import dataclass

import numpy as np
from helpers import new_model

from grader.judge.endings import StudentStopped

LEARNING_RATES, REGS = [0.25, 0.5, 2.0], [0.0, 1.0]
PAIRS = [(learning_rate, reg) for learning_rate in LEARNING_RATES for reg in REGS]
NUM_ITERS = 7

# How many of the labels are predicted right after training with each pair. The best on the
# validation set is neither the best on the training set nor the first or last to be tried.
NUM_TRAIN, TRAIN_RIGHT = 40, [30, 20, 24, 36, 10, 28]
NUM_VAL, VAL_RIGHT = 20, [8, 14, 18, 4, 13, 10]
BEST = PAIRS[2]
ACCURACIES = [
    (train / NUM_TRAIN, val / NUM_VAL) for train, val in zip(TRAIN_RIGHT, VAL_RIGHT, strict=True)
]


@dataclass(frozen=True)
class Training:
    """What one call of `train` was given; `rows` are the numbers of the examples."""

    model: int
    rows: np.ndarray
    y: np.ndarray
    pair: tuple[float, float]
    num_iters: float


class Stage:
    """Data whose rows are numbered (of validation from NUM_TRAIN on), classifiers, and notes."""

    def __init__(self, student, check, rng):
        self.check = check
        N = NUM_TRAIN + NUM_VAL
        self.X = np.column_stack([np.arange(N), np.ones(N)])
        self.y = rng.integers(4, size=N)
        self.trainings = []
        self.models = [self._model(student, number) for number in range(len(PAIRS) + 1)]

    def _model(self, student, number):
        model = new_model(self.check, student.linear_classifier.LinearSVM, "train")
        model.W = np.full((2, 4), float(number))  # to be recognized by

        def train(X, y, learning_rate=1e-3, reg=1e-5, num_iters=100, batch_size=200, verbose=False):
            pair = self._number(learning_rate, "learning_rate"), self._number(reg, "reg")
            y = self.check.labels(y, shape=(len(self._rows(X)),), name="y")
            num_iters = self._number(num_iters, "num_iters")
            self.trainings.append(Training(number, self._rows(X), y, pair, num_iters))
            return [1.0]

        def predict(X):
            rows = self._rows(X)
            right = self._right(number)
            return np.where(right[rows], self.y[rows], (self.y[rows] + 1) % 4)

        model.train, model.predict = train, predict
        return model

    def classifier(self):
        """A classifier that is not trained yet."""
        self.check.that(
            self.models,
            en="classifier() was called more often than there are pairs to try.",
            ru="classifier() вызвали больше раз, чем есть пар для проверки.",
        )
        return self.models.pop(0)

    def pair_of(self, model):
        """The pair that a returned classifier was trained with last, or None."""
        W = np.ravel(np.asarray(getattr(model, "W", None), dtype=object))
        return next((one.pair for one in self.trainings[::-1] if one.model in W[:1]), None)

    def _number(self, value, name):
        return self.check.number(value, name=f"{name} that train got")

    def _rows(self, X):
        X = self.check.array(X, name="X")
        self.check.that(
            X.ndim == 2 and X.shape[1] == 2 and np.all(np.isin(X[:, 0], self.X[:, 0])),
            en="train and predict must get rows of X_train or of X_val.",
            ru="train и predict должны получать строки из X_train или из X_val.",
        )
        return X[:, 0].astype(int)

    def _right(self, model):
        """Which of all the examples classifier number `model` gets right now."""
        pair = next((one.pair for one in self.trainings[::-1] if one.model == model), None)
        if pair not in PAIRS:
            return np.zeros(len(self.y), dtype=bool)
        number = PAIRS.index(pair)
        return np.append(
            np.arange(NUM_TRAIN) < TRAIN_RIGHT[number], np.arange(NUM_VAL) < VAL_RIGHT[number]
        )


def search(student, check, rng, tell):
    """Run search_hyperparameters on a stage; returns (stage, best, results)."""
    stage = Stage(student, check, rng)
    X, y = stage.X, stage.y
    value = student.linear_classifier.search_hyperparameters(
        stage.classifier,
        X[:NUM_TRAIN],
        y[:NUM_TRAIN],
        X[NUM_TRAIN:],
        y[NUM_TRAIN:],
        LEARNING_RATES,
        REGS,
        num_iters=NUM_ITERS,
    )
    tell(**facts(stage, value))
    best, results = check.pair(value, names=("best classifier", "results"))
    return stage, best, results


def facts(stage, value):
    """What the known mistakes are told by."""
    is_pair = isinstance(value, (tuple, list)) and len(value) == 2
    results = value[1] if is_pair else None
    return {
        "is_pair": is_pair,
        "rows": [training.rows for training in stage.trainings],
        "num_train": NUM_TRAIN,
        "models": [training.model for training in stage.trainings],
        "num_iters": [training.num_iters for training in stage.trainings],
        "num_iters_asked": NUM_ITERS,
        "pairs": PAIRS,
        "accuracies": ACCURACIES,
        "results": results if isinstance(results, dict) else None,
        "best": told_pair(stage, value[0]) if is_pair else None,
    }


def told_pair(stage, model):
    """As `Stage.pair_of`; None for what has no W, which only one of the tests asks for."""
    try:
        return stage.pair_of(model)
    except StudentStopped:
        return None
