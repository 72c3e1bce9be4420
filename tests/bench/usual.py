"""The usual way: one container a submission, in which pytest imports the student's modules."""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from grader.assignment import Assignment
from grader.model import Submission
from grader.sandbox.runtime import layout

_CONFTEST = Path(__file__).with_name("usual_conftest.py")
_REPORT = "report.json"


@contextlib.contextmanager
def folder(assignment: Assignment, submission: Submission) -> Iterator[Path]:
    """A folder as such graders mount it: tests, reference and submission side by side."""
    with tempfile.TemporaryDirectory(prefix="usual-") as name:
        top = Path(name)
        for part, files in (("tests", assignment.hidden), ("reference", assignment.reference)):
            for file in files:
                _write(top / part / file.path, file.content)
        for file in submission.files:
            _write(top / "submission" / file.path, file.content)
        shutil.copy(_CONFTEST, top / "tests" / "conftest.py")
        (top / "out").mkdir()
        yield top


def runner(image: str, top: Path, expected: int) -> Callable[[], None]:
    """A call that grades once, and checks that every one of the tests passed."""
    command = [
        "docker", "run", "--rm", "--network", "none", "--volume", f"{top}:/course",
        "--env", f"PYTHONPATH={layout.LIB}:{layout.CODE}", image,
        layout.PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", "/course/tests",
        "--ignore=/course/tests/test_accuracy.py",
        "--json-report", f"--json-report-file=/course/out/{_REPORT}",
    ]  # fmt: skip

    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        summary = json.loads((top / "out" / _REPORT).read_text())["summary"]
        assert summary["passed"] == expected, summary

    return run


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
