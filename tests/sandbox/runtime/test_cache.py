"""A cached folder is made once, by one, and is whole or not there."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from grader.errors import InfrastructureError
from grader.sandbox.runtime.cache import cache_folder, make_once


def test_many_at_once_make_it_once(tmp_path: Path) -> None:
    start, made = Barrier(8), []

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "content").write_text("whole")

    def ask(_: int) -> str:
        start.wait()
        return (make_once(tmp_path / "it", make) / "content").read_text()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == ["whole"] * 8
    assert len(made) == 1


def test_what_a_killed_grader_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / "it.part").mkdir()
    (tmp_path / "it.part" / "half").write_text("")
    folder = make_once(tmp_path / "it", lambda root: (root / "whole").touch())
    assert [path.name for path in folder.iterdir()] == ["whole"]
    assert not (tmp_path / "it.part").exists()


def test_a_failure_leaves_nothing_that_counts(tmp_path: Path) -> None:
    """The error says where, and the next one makes it anew."""

    def fail(folder: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(InfrastructureError, match="No space left") as caught:
        make_once(tmp_path / "it", fail)
    assert str(tmp_path) in caught.value.message
    assert caught.value.hint
    assert make_once(tmp_path / "it", lambda root: None).is_dir()


def test_the_cache_is_where_xdg_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A relative path is ignored, as the XDG specification demands."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder("runtime") == tmp_path / "grader" / "runtime"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder("runtime") == Path.home() / ".cache" / "grader" / "runtime"
