"""The second assignment, by the real command. The engine knows nothing of it."""

from __future__ import annotations

import subprocess
import sys

from tests.walls import ROOT, open_wall


def test_the_reference_earns_every_point_and_the_template_none() -> None:
    open_wall("docker").close()
    done = subprocess.run(
        [sys.executable, "-m", "grader", "validate", "knn"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "reference: 100 of 100, as it must be" in done.stdout
    assert "template: 0 of 100, as it must be" in done.stdout


def test_the_engine_does_not_know_it() -> None:
    naming = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "grader").rglob("*.py")
        if "knn" in path.read_text(encoding="utf-8")
        or "nearest_neighbor" in path.read_text(encoding="utf-8")
    ]
    assert naming == []
