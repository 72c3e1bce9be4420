"""A test without a row, or a row without a test, is an error; the suite is never imported."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.assignment import load_assignment
from grader.errors import AssignmentError

Write = Callable[..., Path]


def test_a_row_without_a_test(write: Write) -> None:
    with pytest.raises(AssignmentError, match=r"svm/test_losses must have a test function.*test_"):
        load_assignment(write(("id: test_loss", "id: test_losses")))


def test_a_test_without_a_row(write: Write) -> None:
    folder = write()
    with (folder / "hidden" / "test_svm.py").open("a") as file:
        file.write("def test_more(student): ...\n")
    with pytest.raises(AssignmentError, match=r"svm/test_more .* must have a row"):
        load_assignment(folder)


def test_a_part_without_a_file(write: Write) -> None:
    folder = write()
    (folder / "hidden" / "test_softmax.py").unlink()
    with pytest.raises(AssignmentError, match=r"part 'softmax' must have a file"):
        load_assignment(folder)


def test_a_file_without_a_part(write: Write) -> None:
    folder = write()
    (folder / "hidden" / "test_extra.py").write_text("def test_it(student): ...\n")
    with pytest.raises(AssignmentError, match=r"extra/test_it .* must have a row"):
        load_assignment(folder)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("def test_loss(): ...\n", "must be defined once"),
        ("async def test_late(): ...\n", "must be a plain function"),
        ("class TestSvm: ...\n", "tests must be plain functions"),
        ("def broken(:\n", r"test_svm\.py, line 4, column 12: is not Python"),
        ("x = '\0'\n", "is not Python"),
    ],
)
def test_what_pytest_would_collect_otherwise_is_refused(
    write: Write, code: str, message: str
) -> None:
    folder = write()
    with (folder / "hidden" / "test_svm.py").open("a") as file:
        file.write(code)
    with pytest.raises(AssignmentError, match=message):
        load_assignment(folder)


def test_the_suite_is_not_run(write: Write, tmp_path: Path) -> None:
    folder, trace = write(), tmp_path / "ran"
    with (folder / "hidden" / "test_svm.py").open("a") as file:
        file.write(f"open({str(trace)!r}, 'w')\n")
    load_assignment(folder)
    assert not trace.exists()
