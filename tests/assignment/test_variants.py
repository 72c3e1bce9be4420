"""Correct variants are read as text: files of functions, or folders of modules."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.errors import AssignmentError
from grader.model import SourceFile, Text
from tests.assignment.authored import write_variant

Write = Callable[..., Path]


def write_folder(folder: Path, **modules: str) -> None:
    target = folder / "correct" / "whole"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in modules.items():
        (target / f"{name}.py").write_text(text, encoding="utf-8")


def test_a_file_of_functions(write: Write) -> None:
    folder = write()
    path = write_variant(folder, "by_hand")
    (variant,) = load_assignment(folder).variants
    assert variant.name == "by_hand"
    assert variant.functions == {"svm.loss": "my_loss", "svm.Model": "Model"}
    assert variant.title == Text("By hand", "Вручную")
    assert variant.files == (SourceFile("by_hand.py", path.read_bytes()),)


def test_a_folder_of_modules(write: Write) -> None:
    folder = write()
    write_folder(folder, svm='TITLE = {"en": "Whole", "ru": "Целиком"}\n', helpers="x = 1\n")
    (variant,) = load_assignment(folder).variants
    assert (variant.name, variant.functions) == ("whole", {})
    assert variant.title == Text("Whole", "Целиком")
    assert [file.path for file in variant.files] == ["helpers.py", "svm.py"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('"ru": "Вручную"', ""), "TITLE must hold a text in each language"),
        (("svm.loss", "svm.lost"), "FUNCTIONS must have keys that the reference defines"),
        (('"my_loss"', '"our_loss"'), "FUNCTIONS must have values that this file defines"),
        (("FUNCTIONS =", "F ="), "FUNCTIONS must be there"),
        (('{"svm.loss": "my_loss", "svm.Model": "Model"}', "{}"), "FUNCTIONS must say which"),
        (("def my_loss", "def my loss"), "is not Python"),
    ],
)
def test_what_is_wrong_in_a_file(write: Write, change: tuple[str, str], message: str) -> None:
    folder = write()
    path = write_variant(folder, "by_hand", change)
    with pytest.raises(AssignmentError, match=message) as caught:
        load_assignment(folder)
    assert str(path) in str(caught.value)


def test_what_is_wrong_in_a_folder(write: Write) -> None:
    folder = write()
    write_folder(folder, helpers="x = 1\n")
    with pytest.raises(AssignmentError, match="must hold modules of the assignment"):
        load_assignment(folder)
    write_folder(folder, svm="x = 1\n")
    with pytest.raises(AssignmentError, match=r"must have the constant TITLE\. Got it in 0"):
        load_assignment(folder)


def test_a_folder_and_a_file_of_one_name(write: Write) -> None:
    folder = write()
    write_variant(folder, "whole")
    write_folder(folder, svm='TITLE = {"en": "Whole", "ru": "Целиком"}\n')
    with pytest.raises(AssignmentError, match="a folder and a file that are both called whole"):
        load_assignment(folder)


@pytest.mark.parametrize("name", ["Capital.py", "notes.txt"])
def test_names_that_are_refused(write: Write, name: str) -> None:
    folder = write()
    (folder / "correct").mkdir()
    (folder / "correct" / name).touch()
    with pytest.raises(AssignmentError, match=f"whose name is .* Got {name}"):
        load_assignment(folder)
