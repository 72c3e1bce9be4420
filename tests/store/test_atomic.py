"""A file is there whole or not at all, whatever the disk does."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.errors import InfrastructureError
from grader.store.atomic import write_text


def test_folders_are_made_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "result.json"
    write_text(path, "привет\n")
    write_text(path, "снова\n")
    assert path.read_bytes() == "снова\n".encode()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "result.json"
    write_text(path, "old\n")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InfrastructureError, match=r"result\.json: .*No space left") as error:
        write_text(path, "new\n")
    assert "resumes" in (error.value.hint or "")
    assert path.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [path]


SMALL_FILES = """
import resource, sys
from pathlib import Path
from grader.errors import InfrastructureError
from grader.store.atomic import write_text
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_text(Path(sys.argv[1]), "x" * 100_000)
except InfrastructureError as error:
    print(error.message)
"""


def test_a_write_that_ends_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    """The kernel's own refusal; in a process of its own, whose output is no file."""
    path = tmp_path / "result.json"
    write_text(path, "old\n")
    done = subprocess.run(
        [sys.executable, "-c", SMALL_FILES, str(path)], capture_output=True, text=True, check=True
    )
    assert "File too large" in done.stdout
    assert path.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InfrastructureError, match="cannot be written"):
        write_text(tmp_path / "out" / "result.json", "x")


def test_it_is_on_the_disk_before_it_is_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        steps.append("sync")
        sync(descriptor)

    def renamed(self: Path, target: Path) -> Path:
        steps.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", renamed)
    write_text(tmp_path / "result.json", "x")
    assert steps == ["sync", "rename", "sync"]
