"""An assignment's folder becomes one frozen value, and its hash covers what decides a report."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.errors import AssignmentError
from grader.model import SourceFile, Text, Visibility
from tests.assignment.authored import write_mistake, write_variant

Write = Callable[..., Path]


def test_everything_of_the_file_is_there(write: Write, tmp_path: Path) -> None:
    assignment = load_assignment(write())
    assert assignment.name == "demo"
    assert assignment.title == Text("Linear classifier", "Линейный классификатор")
    assert assignment.modules == ("svm.py", "softmax.py")
    assert assignment.conventions == {"l2_factor": 1, "float32": True}
    assert assignment.due == datetime(2026, 12, 14, 19, 59, tzinfo=UTC)
    assert assignment.release is None
    assert assignment.path == tmp_path / "assignments" / "demo"
    assert assignment.template == tmp_path / "student_template" / "demo"
    assert assignment.data.cifar10 is not None
    assert assignment.data.cifar10.settings.cifar10["svm"]["rate"] == 1e-7


def test_tests_are_flat_rows_in_order(write: Write) -> None:
    assignment = load_assignment(write())
    assert [test.id for test in assignment.tests] == [
        "svm/test_loss",
        "svm/test_speed",
        "softmax/test_loss",
    ]
    speed = assignment.tests[1]
    assert (speed.part, speed.function, speed.points) == ("svm", "test_speed", 2.5)
    assert speed.visibility is Visibility.HIDDEN
    assert assignment.max_score == 8.5
    assert [part.max_score for part in assignment.parts] == [7.5, 1.0]


def test_a_tests_own_limits_win_and_a_call_never_outlasts_its_test(write: Write) -> None:
    loss, speed, _ = load_assignment(write()).tests
    assert (loss.limits.call_seconds, loss.limits.test_seconds) == (5, 20)
    assert (speed.limits.call_seconds, speed.limits.test_seconds) == (3, 3)
    assert speed.limits.memory_mb == loss.limits.memory_mb


def test_the_yaml_file_itself_may_be_named(write: Write) -> None:
    folder = write()
    assert load_assignment(folder / "assignment.yaml") == load_assignment(folder)


def test_it_is_frozen(write: Write) -> None:
    assignment = load_assignment(write())
    with pytest.raises(dataclasses.FrozenInstanceError):
        assignment.name = "other"  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        assignment.limits.memory_mb = 1


def test_hidden_and_reference_files_are_values_without_caches(write: Write) -> None:
    folder = write()
    cache = folder / "hidden" / "__pycache__"
    cache.mkdir()
    (cache / "helpers.cpython-311.pyc").write_bytes(b"\0")
    (cache / "notes.txt").touch()
    (folder / "hidden" / "stale.pyc").write_bytes(b"\0")
    assignment = load_assignment(folder)
    assert [file.path for file in assignment.hidden] == [
        "helpers.py",
        "test_softmax.py",
        "test_svm.py",
    ]
    assert SourceFile("svm.py", b"right = True\n") in assignment.reference


def test_the_hash_does_not_cover_correct_variants(write: Write) -> None:
    folder = write()
    write_mistake(folder, "no_mean")
    before = load_assignment(folder).sha256
    write_variant(folder, "by_hand")
    assert load_assignment(folder).sha256 == before


@pytest.mark.parametrize(
    "change",
    [
        "assignments/demo/assignment.yaml",
        "assignments/demo/hidden/helpers.py",
        "assignments/demo/mistakes/no_mean.py",
        "reference/demo/svm.py",
        "reference/demo/extra.py",
    ],
)
def test_the_hash_covers_what_decides_a_report(write: Write, tmp_path: Path, change: str) -> None:
    folder = write()
    write_mistake(folder, "no_mean")
    before = load_assignment(folder).sha256
    path = tmp_path / change
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "\n# more\n", "utf-8")
    assert load_assignment(tmp_path / "assignments/demo").sha256 != before


def test_the_hash_ignores_caches_and_the_place(write: Write, tmp_path: Path) -> None:
    folder = write()
    before = load_assignment(folder).sha256
    cache = tmp_path / "reference" / "demo" / "__pycache__"
    cache.mkdir()
    (cache / "svm.cpython-311.pyc").write_bytes(b"\0")
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("assignments", "reference"):
        (tmp_path / name).rename(moved / name)
    assert load_assignment(moved / "assignments" / "demo").sha256 == before


def test_reference_may_lie_elsewhere(write: Write, tmp_path: Path) -> None:
    folder = write(("name: demo\n", "name: demo\nreference: solution\n"))
    (tmp_path / "reference" / "demo").rename(folder / "solution")
    assignment = load_assignment(folder)
    assert assignment.reference_path == folder / "solution"
    assert len(assignment.reference) == 2


def test_a_reference_without_a_module_is_an_error(write: Write, tmp_path: Path) -> None:
    folder = write()
    (tmp_path / "reference" / "demo" / "softmax.py").unlink()
    with pytest.raises(AssignmentError, match=r"must hold every module.*softmax\.py") as error:
        load_assignment(folder)
    assert error.value.hint is not None


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AssignmentError, match=r"nowhere/assignment\.yaml: cannot be read"):
        load_assignment(tmp_path / "nowhere")
