"""A report names the code and the course key that it comes from, and gives neither away."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from grader import __version__
from grader.cli.versions import grader_version
from tests.walls import ROOT

KEY = bytes(range(32))


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """The grader's code, for the test to change."""
    return shutil.copytree(ROOT / "grader", tmp_path / "grader")


def test_it_reads_as_the_documentation_says() -> None:
    assert re.fullmatch(re.escape(__version__) + r"\+[0-9a-f]{8}\.[0-9a-f]{8}", grader_version(KEY))
    page = (ROOT / "docs" / "result-format.md").read_text("utf-8")
    assert "`environment.grader` reads `VERSION+CODE.KEY`" in page


def test_the_same_code_elsewhere_is_the_same(code: Path) -> None:
    assert grader_version(KEY, code) == grader_version(KEY)


@pytest.mark.parametrize(
    "change",
    [
        lambda code: (code / "scoring.py").write_text("x = 1"),
        lambda code: (code / "sandbox" / "runtime" / "new.py").write_text(""),
        lambda code: (code / "cli" / "data.py").unlink(),
        lambda code: (code / "cli" / "data.py").rename(code / "cli" / "other.py"),
    ],
    ids=["other content", "a new file", "a file gone", "another name"],
)
def test_a_change_of_any_file_shows(code: Path, change: Callable[[Path], object]) -> None:
    change(code)
    changed, now = grader_version(KEY, code), grader_version(KEY)
    assert changed != now
    assert changed.rpartition(".")[2] == now.rpartition(".")[2]


def test_another_key_shows(code: Path) -> None:
    other, now = grader_version(KEY[::-1], code), grader_version(KEY, code)
    assert other != now
    assert other.rpartition(".")[0] == now.rpartition(".")[0]


def test_nothing_of_the_key_is_in_it() -> None:
    assert KEY.hex()[:8] not in grader_version(KEY)
