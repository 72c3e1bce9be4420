"""An error in assignment.yaml names the file, the line, the key, the rule and what was got."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.errors import AssignmentError

Write = Callable[..., Path]


def refused(folder: Path) -> AssignmentError:
    with pytest.raises(AssignmentError) as error:
        load_assignment(folder)
    return error.value


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("points: 5", "points: 0", "parts[0].tests[0].points must be greater than 0. Got 0."),
        ("points: 5", "points: yes", "parts[0].tests[0].points must be a valid number. Got True."),
        ("points: 5", "points: .nan", "parts[0].tests[0].points must be"),
        (", visibility: public", "", "parts[0].tests[0].visibility is required. Got nothing."),
        ("visibility: public", "visibility: all", "visibility must be one of 'public', 'visible',"),
        ("id: test_loss", "id: check_loss", "tests[0].id must match ^test_[A-Za-z0-9_]+$."),
        ("id: test_speed", "id: test_loss", "test ids must be unique; 'test_loss' is there twice"),
        ("name: softmax", "name: svm", "part names must be unique; 'svm' is there twice"),
        (", softmax.py]", ", svm.py]", "modules must be unique; 'svm.py' is there twice"),
        (", softmax.py]", ", ../x.py]", "modules[1] must match"),
        ("[svm.py, softmax.py]", "[]", "modules must not be empty. Got []."),
        (", ru: Линейный классификатор", "", "title.ru is required"),
        ("ru: Линейный классификатор", "ru: ' '", "title.ru must not be empty"),
        ("ru: Скорость", "ru: Скорость, fr: Vitesse", "title.fr is not a key of this mapping"),
        ("call_seconds: 5", "call_seconds: 50", "must hold call_seconds <= test_seconds"),
        ("call_seconds: 5", "memory_mb: 1.5", "limits.memory_mb must be a valid integer. Got 1.5"),
        ("call_seconds: 5", "memory_mb: 1", "limits.memory_mb must be greater than or equal"),
        ("limits: {test_seconds: 3}", "limits: {memory_mb: 512}", "limits.memory_mb is not a key"),
        ("+04:00", "", "due must name its time zone"),
        ("due:", "release: 2026-12-01T00:00:00Z\ndue:", "release must not be before due"),
        ("name: demo", "name: Demo!", "name must match"),
        ("due:", "minimum_wall: paper\ndue:", "minimum_wall must be one of 'docker', 'bwrap'"),
        ("train: 5000", "train: 90000", "data.cifar10.train must be less than or equal to 50000"),
        ("n: 5000\n    evaluation: 2000", "n: 50000\n    evaluation: 20000", "must not exceed"),
        ("synthetic: {svm:", "synthetic: {softmax:", "must name the same settings for both sets"),
        ("rate: 1.0e-7", "rate: 1e-7", "it reads 1e-7 as text"),
        ("rate: 0.001", "rate: {a: 1}", "must be a number, a text, true, false, null or a list"),
    ],
)
def test_a_broken_rule(write: Write, old: str, new: str, message: str) -> None:
    error = refused(write((old, new)))
    assert message in error.message
    assert "assignment.yaml, line " in error.message
    assert error.hint


def test_the_line_is_the_keys_own(write: Write) -> None:
    assert "assignment.yaml, line 22: parts[0].tests[1].points" in str(
        refused(write(("points: 2.5", "points: -1")))
    )


def test_every_error_is_told_at_once_and_only_once(write: Write) -> None:
    """A part whose only test is wrong is not also a part without tests."""
    error = refused(write(("points: 1,", "points: -1,"), ("call_seconds: 5", "call_second: 5")))
    assert len(error.message.splitlines()) == 2


def test_a_misspelt_key_gets_a_hint(write: Write) -> None:
    assert refused(write(("points: 5", "point: 5"))).hint == "did you mean 'points'?"


def test_a_syntax_error_gives_line_and_column(write: Write) -> None:
    error = refused(write(("title: {en", "title: {en: [}")))
    assert "assignment.yaml, line 2, column 14: is not YAML" in error.message


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("due:", "name: other\ndue:", 14), ("points: 5", "points: 5, points: 6", 19)],
)
def test_a_key_twice_is_refused(write: Write, old: str, new: str, line: int) -> None:
    error = refused(write((old, new)))
    assert f"line {line}: the key '" in error.message
    assert "Got it twice" in error.message


@pytest.mark.parametrize(
    "text",
    ["", "[1, 2]", "text", "!!python/object/apply:os.getcwd []", "due: 2026-99-01", "\ta: 1"],
)
def test_what_is_no_mapping_of_plain_values_is_refused(write: Write, text: str) -> None:
    folder = write()
    (folder / "assignment.yaml").write_text(text)
    assert "assignment.yaml" in refused(folder).message


def test_it_must_be_utf8(write: Write) -> None:
    folder = write()
    (folder / "assignment.yaml").write_bytes("name: имя".encode("cp1251"))
    assert "must be UTF-8" in refused(folder).message
