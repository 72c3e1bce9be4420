"""The second assignment. The engine knows nothing of it; `test_proofs.py` runs it."""

from __future__ import annotations

from tests.walls import ROOT


def test_the_engine_does_not_know_it() -> None:
    naming = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "grader").rglob("*.py")
        if "knn" in path.read_text(encoding="utf-8")
        or "nearest_neighbor" in path.read_text(encoding="utf-8")
    ]
    assert naming == []
