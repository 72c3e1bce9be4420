"""The two attacks on accuracy work where pixels are only shuffled, and fail against the mixing.

Both are real submissions of the golden class. Here their `train` runs in this process, since the
code is ours, with tables made from the data at hand: CIFAR-10 where there is a copy, otherwise the
synthetic set.
"""

import importlib
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from grader.assignment import load_assignment
from grader.cli.context import data_for_judge
from grader.data.cifar10 import Split
from grader.data.locate import find
from grader.data.mixing import Mixing, centre
from tests.acceptance import attack_tables

ROOT = Path(__file__).parents[2]
ASSIGNMENT = load_assignment(ROOT / "assignments" / "linear_classifier")
SECRETS = [b"one", b"two"]


@pytest.fixture(scope="module")
def judges():
    """The images that the judge gets: a pool to draw from, and its own to evaluate with."""
    return data_for_judge(ASSIGNMENT, find())


@pytest.fixture(scope="module")
def tiers(judges):
    """[[accuracy from which, share of the points], …] of each classifier."""
    return [setting["tiers"] for setting in judges["settings"].values()]


@pytest.fixture(scope="module")
def look_up(judges):
    """It knows the images that the judge evaluates with, and some of those to train on."""
    known = slice(attack_tables.KNOWN_TRAINING_IMAGES)
    images = [judges["train_images"][known], judges["evaluation_images"]]
    labels = [judges["train_labels"][known], judges["evaluation_labels"]]
    table = attack_tables.look_up_table(np.concatenate(images), np.concatenate(labels))
    yield from loaded("look_up_attack", table)


@pytest.fixture(scope="module")
def pretrained(judges):
    """It has learned on the whole pool, of which it will be given a part."""
    table = attack_tables.pretrained_table(judges["train_images"], judges["train_labels"])
    yield from loaded("pretrained_weights_attack", table)


def loaded(submission, table):
    """The submission's linear_classifier, imported with this table in place of its own."""
    folder = str(ROOT / "tests" / "submissions" / submission)
    names = ("linear_classifier", "linear_svm", "softmax", "table")
    before = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    sys.modules["table"] = ModuleType("table")
    exec(table, sys.modules["table"].__dict__)
    sys.path.insert(0, folder)
    try:
        yield importlib.import_module("linear_classifier")
    finally:
        sys.path.remove(folder)
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(before)


def only_shuffled(secret):
    """The mixing of a secret without its rotations and gains: a plain permutation."""
    mixing = Mixing.from_seed(secret)
    unturned = np.broadcast_to(np.eye(mixing.rotations.shape[1]), mixing.rotations.shape)
    return replace(mixing, rotations=unturned.astype(np.float32), gain=1.0)


def attacked(module, judges, mixing):
    """(accuracy of W by the judge, accuracy of `predict` on the held-out images)."""
    pool = Split(judges["train_images"], judges["train_labels"])
    mixed = mixing.training_set(pool, judges["train"])
    labels = judges["evaluation_labels"]
    centred = centre(judges["evaluation_images"], mixed.mean)
    model = module.Softmax()
    model.train(mixed.X, mixed.y, num_iters=1)
    predicted = model.predict(held_out(mixing, centred))
    return (
        mixing.accuracy(model.W, centred, labels),
        float(np.mean(predicted == mixing.names[labels])),
    )


def held_out(mixing, centred):
    """What a grader that calls `predict` on the held-out images would hand over (n, D + 1)."""
    groups, size, _ = mixing.rotations.shape
    shuffled = (centred[:, mixing.order] / 64).reshape(-1, groups, size)
    turned = np.einsum("ngi,gij->ngj", shuffled, mixing.rotations).reshape(len(centred), -1)
    return np.column_stack([turned, np.ones(len(centred), np.float32)])


@pytest.mark.parametrize("secret", SECRETS)
class TestPlainPermutation:
    """The positive control: an attack that works nowhere tests nothing."""

    def test_look_up_knows_every_image_and_its_weights_earn_points(
        self, look_up, judges, tiers, secret
    ):
        by_weights, by_predict = attacked(look_up, judges, only_shuffled(secret))

        assert by_predict > 0.99
        assert all(by_weights >= lowest[0] for lowest, *_ in tiers)

    def test_pretrained_weights_earn_every_point(self, pretrained, judges, tiers, secret):
        by_weights, _ = attacked(pretrained, judges, only_shuffled(secret))

        assert all(by_weights >= highest[0] for *_, highest in tiers)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("attack", ["look_up", "pretrained"])
def test_no_points_against_the_mixing(request, attack, judges, tiers, secret):
    module = request.getfixturevalue(attack)
    by_weights, by_predict = attacked(module, judges, Mixing.from_seed(secret))

    assert by_predict < 0.2
    assert all(by_weights < lowest[0] for lowest, *_ in tiers)
