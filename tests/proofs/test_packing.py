"""Several cases share a submission only where no test can see two of them."""

from grader.model import SourceFile
from grader.proofs.cases import Case
from grader.proofs.packing import conflicts, packed

REFERENCE = [
    SourceFile("losses.py", b"def helper(): pass\ndef loss(): return helper()\n"),
    SourceFile(
        "model.py",
        b"class Model:\n"
        b"    def train(self): self.loss()\n"
        b"    def loss(self): return losses.loss()\n"
        b"    def predict(self): pass\n",
    ),
]
LOSS, HELPER = "losses.loss", "losses.helper"
TRAIN, PREDICT = "model.Model.train", "model.Model.predict"


def case(function: str, label: str = "") -> Case:
    return Case(label, function, "", ())


def test_functions_that_a_test_calls_together_are_kept_apart():
    found = conflicts({"a": {LOSS, PREDICT}, "b": {TRAIN}}, [])
    assert found == {frozenset((LOSS, PREDICT))}


def test_functions_that_use_one_another_are_kept_apart_at_any_depth():
    found = conflicts({"a": {LOSS}, "b": {TRAIN}, "c": {HELPER}, "d": {PREDICT}}, REFERENCE)
    assert found == {
        frozenset((LOSS, HELPER)),
        frozenset((TRAIN, LOSS)),
        frozenset((TRAIN, HELPER)),
    }


def test_what_does_not_conflict_shares_a_submission():
    cases = [case(LOSS, "1"), case(LOSS, "2"), case(PREDICT, "1"), case(TRAIN, "1")]
    packs = packed(cases, {frozenset((LOSS, TRAIN))})
    assert [[one.function for one in pack] for pack in packs] == [
        [LOSS, PREDICT],
        [LOSS],
        [TRAIN],
    ]
