"""The files of the students' zip: those of the template, and the handout in both languages.

Nothing else of an assignment is read here, so nothing else can get into the zip.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from grader.assignment import Assignment
from grader.assignment.load import skipped
from grader.errors import AssignmentError
from grader.handout.text import rendered
from grader.language import gettext as _
from grader.model import SourceFile

_PAGES = {"handout.md": "en", "handout.ru.md": "ru"}


def contents(assignment: Assignment) -> tuple[SourceFile, ...]:
    """The files, sorted by path; raises AssignmentError where one that students need is missing."""
    if not assignment.template.is_dir() or assignment.template.is_symlink():
        raise AssignmentError(
            _("{folder}: the folder of the students' template must exist. Got none.").format(
                folder=assignment.template
            ),
            hint=_("the template lies in student_template/<assignment>/, beside assignments/"),
        )
    pages = [
        SourceFile(name, rendered(assignment, name, language).encode())
        for name, language in _PAGES.items()
    ]
    files = [*_template(assignment.template), *pages]
    _check_modules(assignment, files)
    return tuple(sorted(files, key=lambda file: file.path))


def _template(folder: Path) -> Iterator[SourceFile]:
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not skipped(name)]
        for name in names:
            path = Path(top, name)
            if not skipped(name) and not path.is_symlink():
                yield SourceFile(path.relative_to(folder).as_posix(), path.read_bytes())


def _check_modules(assignment: Assignment, files: list[SourceFile]) -> None:
    there = {file.path for file in files}
    if missing := [module for module in assignment.modules if module not in there]:
        raise AssignmentError(
            _("{folder}: must hold a stub of each module. Got none of {modules}.").format(
                folder=assignment.template, modules=", ".join(missing)
            ),
            hint=_("write the stubs, or take the modules out of assignment.yaml"),
        )
