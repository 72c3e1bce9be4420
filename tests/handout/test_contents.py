"""The students' zip holds the template and the handout, and nothing that is hidden."""

import io
import platform
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest

from grader.assignment import load_assignment
from grader.errors import AssignmentError
from grader.handout import contents, to_zip
from tests.handout.conftest import CANARY


def test_the_files_are_those_of_the_template_and_two_pages(assignment):
    assert [file.path for file in contents(assignment)] == [
        "handout.md",
        "handout.ru.md",
        "tests/test_work.py",
        "work.py",
    ]


def test_no_canary_of_anything_hidden_is_in_the_zip(assignment):
    archive = zipfile.ZipFile(io.BytesIO(to_zip("demo", contents(assignment))))
    assert archive.namelist()
    for name in archive.namelist():
        assert CANARY not in name
        assert CANARY.encode() not in archive.read(name)


def test_two_zips_of_the_same_files_are_the_same_bytes(assignment):
    assert to_zip("demo", contents(assignment)) == to_zip("demo", contents(assignment))


def test_everything_lies_in_one_folder(assignment):
    archive = zipfile.ZipFile(io.BytesIO(to_zip("demo", contents(assignment))))
    assert {name.partition("/")[0] for name in archive.namelist()} == {"demo"}


def test_pages_are_filled_in_each_in_its_language(assignment):
    pages = {file.path: file.content.decode() for file in contents(assignment)}
    assert pages["handout.md"] == (
        "# Demo\nWork: 7.5\n$\\frac{1}{N}\\sum_{i}{#1}$ in 7.5; L2 factor 1\n"
    )
    version = ".".join(platform.python_version_tuple()[:2])
    assert pages["handout.ru.md"] == f"# Пример\nPython {version}, NumPy {np.__version__}\n"


def test_a_page_that_is_missing_is_an_error(root):
    (root / "assignments/demo/handout.ru.md").unlink()
    with pytest.raises(AssignmentError, match=r"handout\.ru\.md: cannot be read"):
        contents(load_assignment(root / "assignments" / "demo"))


@pytest.mark.parametrize(
    ("text", "words"),
    [("{{ nothing }}", "'nothing' is undefined"), ("\n{% if %}", "handout.md:2: ")],
)
def test_a_broken_placeholder_is_an_error_in_words(root, assignment, text, words):
    page = root / "assignments/demo/handout.md"
    page.write_text(text)
    with pytest.raises(AssignmentError) as refused:
        contents(assignment)
    assert words in str(refused.value.message)
    assert str(page) in str(refused.value.message)
    assert "title" in str(refused.value.hint)


def test_a_stub_that_is_missing_is_an_error(root, assignment):
    (root / "student_template/demo/work.py").unlink()
    with pytest.raises(AssignmentError, match=r"must hold a stub of each module.*work\.py"):
        contents(assignment)


def test_a_template_that_is_missing_is_an_error(root, assignment):
    shutil.rmtree(root / "student_template")
    with pytest.raises(AssignmentError, match="must exist"):
        contents(assignment)


ROOT = Path(__file__).parents[2]
ASSIGNMENTS = sorted(path.parent.name for path in ROOT.glob("assignments/*/assignment.yaml"))


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_the_courses_own_handouts_hold_no_line_of_what_is_hidden(name):
    """Lines of the hidden suite and of the known mistakes are told by their length."""
    assignment = load_assignment(ROOT / "assignments" / name)
    given = "\n".join(file.content.decode() for file in contents(assignment))
    hidden = [path for part in ("hidden", "mistakes", "correct")
              for path in assignment.path.glob(f"{part}/**/*.py")]  # fmt: skip
    assert hidden
    for path in hidden:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "def test_" in line or "check." in line:
                assert line.strip() not in given
