"""What a worker imports before it forks, it imports for every submission."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grader.worker.imports import _imported_paths

ROOT = Path(__file__).parents[2]


def test_nothing_is_loaded_that_an_ordinary_submission_does_not_need() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import grader.worker.supervisor, grader.worker.template\n"
        "print([name for name in sys.modules if 'standins' in name or name == 'importlib.abc'])"
    )
    command = [sys.executable, "-I", "-c", code]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("source", "paths"),
    [
        ("import a", ["a"]),
        ("import a.b as c, d.e", ["a.b", "d.e"]),
        ("from a.b import c", ["a.b", "a.b.c"]),
        ("from ..a.b import *  # all of it", ["a.b"]),
        (
            "try: from a import (b as c,\n  d,)\nexcept ImportError: import e; f",
            ["a.b", "a.d", "e"],
        ),
        ("from . import a", ["a"]),
    ],
)
def test_the_paths_that_a_file_imports(source: str, paths: list[str]) -> None:
    """Too many do no harm: they only matter where they lead to a module of the submission."""
    assert {".".join(path) for path in _imported_paths(source)} >= set(paths)
