"""Known mistakes are read as text, and what is wrong in one is said with file, line and rule."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.errors import AssignmentError
from grader.model import Text
from tests.assignment.authored import write_mistake, write_variant

Write = Callable[..., Path]


def twin(name: str) -> tuple[str, str]:
    return "CAUGHT_BY", f"TWINS = [{name!r}]\nCAUGHT_BY"


def test_a_mistake_is_read_and_never_run(write: Write) -> None:
    folder = write()
    path = write_mistake(folder, "no_mean")
    (mistake,) = load_assignment(folder).mistakes
    assert mistake.name == "no_mean"
    assert mistake.functions == ("svm.loss", "svm.Model.train")
    assert mistake.result == 0
    assert mistake.title == Text("Not averaged", "Нет среднего")
    assert mistake.hint.en == "Divide by the number of examples."
    assert mistake.twins == ()
    assert mistake.caught_by == ("svm/test_l*",)
    assert mistake.source == path.read_text("utf-8")
    assert not mistake.has_predicate
    with pytest.raises(FrozenInstanceError):
        mistake.name = "other"  # type: ignore[misc]


def test_whole_results_predicates_and_twins(write: Write) -> None:
    folder = write()
    shows = ("def one", "def shows(facts): ...\ndef one")
    write_mistake(folder, "b", ("RESULT = 0", "RESULT = None"), shows, twin("a"))
    write_mistake(folder, "a", twin("b"))
    a, b = load_assignment(folder).mistakes
    assert (a.name, b.name) == ("a", "b")
    assert (a.twins, b.twins) == (("b",), ("a",))
    assert (b.result, b.has_predicate) == (None, True)


def test_an_assignment_without_mistakes(write: Write) -> None:
    assert load_assignment(write()).mistakes == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('"ru": "Нет среднего"', ""), r"line 5: TITLE must hold .* Got None for 'ru'"),
        (('"ru": "Разделите на число примеров."', '"ru": " "'), r"HINT must .* Got ' ' for 'ru'"),
        (('"en": "Not', '"de": "x", "en": "Not'), "TITLE must .* Got 'de' too"),
        (("TITLE = {", "TITLE = [], {"), r"TITLE must hold a text in each language"),
        (("Not averaged", "a" * 80), "TITLE must be under 80 characters .* Got 80 in"),
        (("TITLE =", "title ="), "TITLE must be there, in capital letters. Got none"),
        (("svm.loss", "svm.losses"), "line 3: FUNCTIONS must name functions .* Got 'svm.losses'"),
        (("svm.loss", "soft.loss"), "FUNCTIONS must name functions .* Got 'soft.loss'"),
        (("svm.Model.train", "svm.Model"), "FUNCTIONS must name functions .* Got 'svm.Model'"),
        (('["svm.loss", "svm.Model.train"]', "[]"), "FUNCTIONS must be a list of texts, at least"),
        (("svm.Model.train", "svm.loss"), "FUNCTIONS must name each one once"),
        (('["svm.loss",', "[str(1),"), r"FUNCTIONS must be a literal. Got `\[str\(1\)"),
        (("RESULT = 0", "RESULT = 2"), "RESULT must be 0 or 1, .* Got 2"),
        (("RESULT = 0", "RESULT = False"), "RESULT must be 0 or 1, .* Got False"),
        (("RESULT = 0", ""), "RESULT must be there"),
        (("def two", "def too"), "two must be a function: .* Got only one, three"),
        (("svm/test_l*", "svm/test_m*"), "CAUGHT_BY must match ids of tests, .* Got 'svm/test_m"),
        (('["svm/test_l*"]', "[]"), "CAUGHT_BY must be a list of texts, at least 1"),
        (("def one(W)", "def one(W"), r"no_mean\.py, line \d+, column \d+: is not Python"),
        (twin("no_max"), "line 11: TWINS must name other mistakes. Got 'no_max'"),
        (twin("no_mean"), "TWINS must name other mistakes. Got 'no_mean'"),
        (twin("other"), "TWINS must be mutual. Got 'other', whose own TWINS lack 'no_mean'"),
    ],
)
def test_what_is_wrong_is_said(write: Write, change: tuple[str, str], message: str) -> None:
    folder = write()
    write_mistake(folder, "other")
    write_mistake(folder, "no_mean", change)
    with pytest.raises(AssignmentError, match=message) as caught:
        load_assignment(folder)
    assert str(folder / "mistakes" / "no_mean.py") in str(caught.value)


def test_a_near_name_is_suggested(write: Write) -> None:
    folder = write()
    write_mistake(folder, "no_mean", ("svm.Model.train", "svm.LinearModel.train"))
    with pytest.raises(AssignmentError) as caught:
        load_assignment(folder)
    assert caught.value.hint == "did you mean 'svm.Model.train'?"


@pytest.mark.parametrize("name", ["Capital", "with-dash", "deeper/one"])
def test_names_that_reports_could_not_use(write: Write, name: str) -> None:
    folder = write()
    (folder / "mistakes" / "deeper").mkdir(parents=True)
    write_mistake(folder, name)
    with pytest.raises(AssignmentError, match="must be one file whose name is"):
        load_assignment(folder)


def test_a_mistake_and_a_variant_of_one_name(write: Write) -> None:
    folder = write()
    write_mistake(folder, "einsum")
    write_variant(folder, "einsum")
    with pytest.raises(AssignmentError, match=r"must not have one name\. Got both .* einsum"):
        load_assignment(folder)
