"""A state folder that cannot be used is told in words, with the variable that names another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import InfrastructureError
from grader.sandbox.runs import Run, is_alive, kept_secret


@pytest.mark.parametrize(
    ("taken", "use"),
    [
        ("grader", Run),
        ("grader", lambda: is_alive("run")),
        ("grader", lambda: kept_secret("course.key")),
        ("grader/runs", Run),
        ("grader/runs", lambda: is_alive("run")),
        ("grader/runs/run/x", lambda: is_alive("run")),
        ("grader/course.key/x", lambda: kept_secret("course.key")),
    ],
)
def test_something_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: str, use: Callable[[], object]
) -> None:
    """Root too cannot use it, unlike a folder that may not be written."""
    path = tmp_path / taken
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with pytest.raises(InfrastructureError, match="state folder cannot be used") as caught:
        use()
    assert "XDG_STATE_HOME" in str(caught.value.hint)
