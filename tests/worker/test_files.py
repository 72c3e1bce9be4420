"""Between two tests the worker's folder holds the submission as it was handed in, and no more."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.worker.files import clear_folder, holds_just, remove, write_files

FILES = {"work.py": b"x = 1\n", "own/helper.py": b"", "own/deeper/text.py": b"\xff"}


@pytest.fixture
def scratch() -> Iterator[Path]:
    """In memory where possible: some disks take milliseconds for each folder."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_files_are_written_and_known_again(scratch: Path) -> None:
    folder = scratch / "submission"
    marks = write_files(folder, FILES)
    assert contents(folder) == FILES
    assert holds_just(folder, marks)


def test_a_submission_without_files_is_a_folder(scratch: Path) -> None:
    assert holds_just(scratch / "submission", write_files(scratch / "submission", {}))


def link(folder: Path) -> None:
    moved = folder.rename(folder.with_name("moved"))
    folder.symlink_to(moved)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a longer file": lambda folder: (folder / "work.py").write_bytes(b"x = 10\n"),
    "an empty file": lambda folder: (folder / "work.py").write_bytes(b""),
    "a file less": lambda folder: (folder / "work.py").unlink(),
    "a file more": lambda folder: (folder / "own" / "left").touch(),
    "a folder more": lambda folder: (folder / "left").mkdir(),
    "a folder less": lambda folder: remove(folder / "own"),
    "another name": lambda folder: (folder / "work.py").rename(folder / "other.py"),
    "a link": lambda folder: (folder / "left").symlink_to("/"),
    "a link to a folder above": lambda folder: (folder / "own" / "left").symlink_to(".."),
    "a pipe": lambda folder: ((folder / "work.py").unlink(), os.mkfifo(folder / "work.py")),
    "a link in its place": link,
    "a file in its place": lambda folder: (remove(folder), folder.touch()),
    "nothing in its place": remove,
    "rights that were taken": lambda folder: (folder / "own").chmod(0),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_noticed_and_can_be_undone(
    scratch: Path, change: Callable[[Path], object]
) -> None:
    folder = scratch / "submission"
    marks = write_files(folder, FILES)
    change(folder)
    assert not holds_just(folder, marks)
    marks = write_files(folder, FILES)
    assert contents(folder) == FILES
    assert holds_just(folder, marks)


def test_what_is_not_to_be_kept_is_gone(scratch: Path) -> None:
    """Whatever it is, and whatever rights it has; what a link points to stays."""
    outside = scratch / "outside"
    outside.mkdir()
    (outside / "file").touch()
    folder = scratch / "scratch"
    (folder / "kept" / "inner").mkdir(parents=True)
    (folder / "a" / "b" / "c").mkdir(parents=True)
    (folder / "a" / "b" / "file").touch()
    (folder / "a" / "link").symlink_to(outside)
    (folder / "link").symlink_to(outside)
    (folder / "dangling").symlink_to("nowhere")
    os.mkfifo(folder / "pipe")
    (folder / "with\nnewline \udcff").touch()
    (folder / "a" / "b").chmod(0)
    (folder / "a").chmod(0o400)
    folder.chmod(0)
    assert clear_folder(folder, {"kept"})
    assert [path.name for path in folder.iterdir()] == ["kept"]
    assert (folder / "kept" / "inner").is_dir()
    assert (outside / "file").exists()


def test_folders_nested_beyond_any_path_and_any_recursion_are_gone(scratch: Path) -> None:
    here = Path.cwd()
    try:
        os.chdir(scratch)
        for _ in range(3000):
            Path("d" * 100).mkdir()
            os.chdir("d" * 100)
    finally:
        os.chdir(here)
    assert clear_folder(scratch, set())
    assert list(scratch.iterdir()) == []


def test_what_resists_is_said_and_is_no_exception(scratch: Path) -> None:
    """The worker is replaced then."""
    assert not clear_folder(scratch / "nowhere", set())
    assert not holds_just(scratch / "nowhere", {})
