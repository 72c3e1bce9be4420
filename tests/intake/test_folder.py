"""In folders nothing but regular files is opened, and no link is followed."""

import os
import socket
from pathlib import Path

import pytest

from grader.intake import Rules, collect
from grader.intake.folder import list_folder, open_regular
from grader.intake.rules import Refused
from grader.model import Rejected, Submission


def reason(course: Path, rules: Rules) -> str:
    """Why `anna` is rejected, while `zoe` beside it is not."""
    anna, zoe = collect(course, rules)
    assert isinstance(zoe, Submission)
    assert isinstance(anna, Rejected), anna
    return anna.reason.en


@pytest.fixture
def anna(course: Path) -> Path:
    folder = course / "anna"
    folder.mkdir()
    (folder / "softmax.py").write_text("x")
    return folder


@pytest.mark.parametrize("name", ["svm.py", "data", "dangling"])
def test_a_symbolic_link_is_refused(anna: Path, rules: Rules, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret.py"
    secret.write_text("secret")
    target = {"svm.py": secret, "data": tmp_path, "dangling": tmp_path / "nothing"}[name]
    (anna / name).symlink_to(target)
    assert f"'{name}' is a symbolic link" in reason(anna.parent, rules)


def test_a_submission_that_is_a_link_is_refused(course: Path, rules: Rules) -> None:
    (course / "anna").symlink_to(course / "zoe")
    assert "'anna' is a symbolic link" in reason(course, rules)


def test_a_zip_that_is_a_link_is_refused(course: Path, rules: Rules) -> None:
    (course / "anna.zip").symlink_to("/etc/passwd")
    assert "'anna.zip' is a symbolic link" in reason(course, rules)


@pytest.mark.parametrize("name", ["svm.py", "notes.txt"])
def test_a_fifo_is_refused_and_never_waited_for(anna: Path, rules: Rules, name: str) -> None:
    os.mkfifo(anna / name)
    assert f"'{name}' is not a regular file" in reason(anna.parent, rules)


def test_a_socket_is_refused(anna: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(anna)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("svm.py")
        assert "'svm.py' is not a regular file" in reason(anna.parent, rules)


def test_a_hard_link_is_refused(anna: Path, rules: Rules, tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text("a classmate's")
    (anna / "svm.py").hardlink_to(tmp_path / "other.py")
    assert "'svm.py' is a hard link" in reason(anna.parent, rules)


def test_a_set_uid_file_is_refused(anna: Path, rules: Rules) -> None:
    (anna / "tool").touch()
    (anna / "tool").chmod(0o4755)
    assert "'tool' has the set-uid" in reason(anna.parent, rules)


def test_links_in_what_is_skipped_do_not_matter(anna: Path, rules: Rules) -> None:
    """A virtual environment is full of links; leaving one in is no crime."""
    (anna / ".venv" / "bin").mkdir(parents=True)
    (anna / ".venv" / "bin" / "python").symlink_to("/usr/bin/python3")
    assert isinstance(collect(anna.parent, rules)[0], Submission)


def test_a_file_swapped_for_a_link_after_the_look_is_not_followed(
    anna: Path, rules: Rules, tmp_path: Path
) -> None:
    (entry,) = list_folder(anna, rules)
    (tmp_path / "secret.py").write_text("secret")
    (anna / "softmax.py").unlink()
    (anna / "softmax.py").symlink_to(tmp_path / "secret.py")
    with pytest.raises(Refused, match="symbolic link"):
        entry.read(100)


def test_a_folder_swapped_for_a_link_after_the_look_is_not_followed(
    anna: Path, rules: Rules, tmp_path: Path
) -> None:
    (anna / "pack").mkdir()
    (anna / "pack" / "tools.py").write_text("mine")
    entry = next(entry for entry in list_folder(anna, rules) if entry.path.name == "tools.py")
    (anna / "pack").rename(tmp_path / "moved")
    (anna / "pack").symlink_to(tmp_path / "moved")
    with pytest.raises(OSError, match=r"Not a directory|Too many levels"):
        entry.read(100)


def test_a_file_swapped_between_look_and_opening_is_noticed(
    anna: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = anna / "softmax.py"
    seen = path.stat()
    path.rename(anna / "old.py")
    path.write_text("another file")
    monkeypatch.setattr(os, "stat", lambda *_, **__: seen)
    with pytest.raises(Refused, match="was replaced while it was read"):
        open_regular(path)


def test_a_read_never_exceeds_its_limit(anna: Path, rules: Rules) -> None:
    (anna / "softmax.py").write_bytes(b"x" * 1000)
    (entry,) = list_folder(anna, rules)
    assert entry.read(10) == b"x" * 10
    assert entry.read(5000) == b"x" * 1000


def test_no_descriptor_is_left_open(anna: Path, rules: Rules) -> None:
    (anna / "a" / "b").mkdir(parents=True)
    (anna / "a" / "b" / "tools.py").write_text("x")
    descriptors = Path("/proc/self/fd")
    before = len(list(descriptors.iterdir()))
    collect(anna.parent, rules)
    (anna / "z").symlink_to(anna)
    collect(anna.parent, rules)
    assert len(list(descriptors.iterdir())) == before


def test_what_vanishes_or_cannot_be_read_is_rejected_alone(
    anna: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def denied(path: str, *args: int, **kwargs: int) -> int:
        if str(path) == "softmax.py":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", denied)
    assert "it cannot be read (Permission denied)" in reason(anna.parent, rules)
