from pathlib import Path

import pytest

from grader.intake import Rules


@pytest.fixture
def rules() -> Rules:
    return Rules(modules=("svm.py", "softmax.py"), submission_kb=64, entries=50, depth=6)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The folder that students hand in to, with one good submission in it."""
    good = tmp_path / "course" / "zoe"
    good.mkdir(parents=True)
    (good / "svm.py").write_bytes(b"good = True\n")
    return tmp_path / "course"
