"""The proofs of both assignments, by the real command: all of them hold, of as much as promised."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.walls import ROOT, open_wall


@pytest.mark.parametrize(
    ("assignment", "mistakes", "variants"), [("linear_classifier", 60, 20), ("knn", 15, 5)]
)
def test_everything_is_proven(assignment: str, mistakes: int, variants: int) -> None:
    open_wall("docker").close()
    done = subprocess.run(
        [sys.executable, "-m", "grader", "validate", assignment],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "reference: 100 of 100, as it must be" in done.stdout
    assert "template: 0 of 100, as it must be" in done.stdout
    assert count(r"(\d+) known mistakes, each caught and named", done.stdout) >= mistakes
    assert count(r"(\d+) correct variants: all points", done.stdout) >= variants


def count(pattern: str, printed: str) -> int:
    """The number in the line that matches."""
    found = re.search(pattern, printed)
    assert found is not None, printed
    return int(found[1])
