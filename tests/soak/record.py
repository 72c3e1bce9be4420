"""What has run so far, one line of JSON a run, so that a soak that was ended goes on."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from grader.assignment import Assignment
from grader.cli.versions import grader_version
from tests.soak.run import KEY, Failure, Images, Run
from tests.soak.solutions import Solution


class Record:
    """The runs of one assignment in a file; those of another suite or grader do not count.

    `conditions` says how they ran; those that ran in another way do not count either.
    """

    def __init__(self, path: Path, assignment: Assignment, conditions: str) -> None:
        self.name = assignment.name
        self._path = path
        self._common = f"{assignment.sha256} {grader_version(KEY)} {conditions}"
        self._lock = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    def add(self, run: Run, failures: Iterable[Failure]) -> None:
        """Append a finished run; called from several threads."""
        line = {
            "version": self._version(run.solution),
            "solution": run.solution.name,
            "images": run.images,
            "run": run.number,
            "failures": [asdict(failure) for failure in failures],
        }
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def finished(self, solutions: Iterable[Solution]) -> dict[Run, tuple[Failure, ...]]:
        """The runs of `solutions`, as they are now, that are in the file."""
        known = {self._version(solution): solution for solution in solutions}
        found = {}
        for line in self._path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            solution = known.get(entry["version"])
            if solution is not None:
                run = Run(solution, Images(entry["images"]), entry["run"])
                found[run] = tuple(Failure(**failure) for failure in entry["failures"])
        return found

    def _version(self, solution: Solution) -> str:
        total = hashlib.sha256(f"{self._common} {solution.name}".encode())
        for file in solution.files:
            total.update(f"\0{file.path}\0{len(file.content)}\0".encode() + file.content)
        return total.hexdigest()[:16]
